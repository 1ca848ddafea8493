import { beforeAll, describe, expect, test } from "vitest";
import type { Painter } from "@/lib/paint/painter";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { largestFittingSize } from "@/lib/paint/text/fit-size";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { textFit } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { ResolvedLayer } from "@/lib/template/resolved";
import type { Document } from "@/lib/template/schema";
import { field, text } from "@/lib/template/starters/build";
import { createRenderEngine } from "./engine/render-engine";
import { runHere } from "./engine/run-here";
import { createImageHandler } from "./image-handler";
import { createLinkCache } from "./link-cache";
import { createNeutralPictures } from "./neutral-picture";
import { overWeb } from "./over-web";
import { createPictureMaker } from "./picture-maker";

/** What no person sends; each is as long as the case says and repeats one thing that is dear to lay out. */
const TEXTS: Readonly<Record<string, string>> = {
  "200 kB without a space": "a".repeat(200_000),
  "100,000 combining marks on one letter": `a${"\u0301".repeat(100_000)}`,
  "four marks on every letter": "a\u0301\u0323\u0302\u0308".repeat(25_000),
  "100,000 direction overrides": "\u202ea".repeat(100_000),
  "isolates in each other": `${"\u2067\u2068".repeat(50_000)}אa`,
  "9,000 families joined by ZWJ": "👨‍👩‍👧‍👦".repeat(9_000),
  "9,000 flags": "🇲🇽".repeat(9_000),
  "directions that change at every letter": "אa".repeat(50_000),
  "brackets opened both ways": "א([{a".repeat(20_000),
  "one word of Arabic": "محمد".repeat(25_000),
  "conjuncts without end": "क्".repeat(50_000),
  "Thai without spaces": "กรุงเทพมหานคร".repeat(8_000),
  "scripts of all kinds": "aשب你กक👍🏽 ".repeat(10_000),
  "10,000 lines": "a\n".repeat(10_000),
  "characters that no font has": "\u{10ffff}".repeat(50_000),
};

/** Raw queries of values that are no well-formed text. */
const BROKEN: Readonly<Record<string, string>> = {
  "lone surrogates": "%ED%A0%80%ED%BF%BF".repeat(10_000),
  "a byte that begins nothing": "%FF".repeat(60_000),
};

const BOXES = [
  { width: 300, height: 60 },
  { width: 1, height: 1 },
];

/** The value in every fit, in a box of use and in one of 1 px, `times` in each text. */
function designed(times: number): Document {
  const untouched = { ...DEFAULT_FORMAT, trim: false };
  const layers = textFit.options.flatMap((fit, row) =>
    BOXES.map((size, column) => {
      const id = `${fit}${column}`;
      const box = { id, name: id, x: 4 + column * 310, y: 4 + row * 64, ...size };
      const stroke = column === 0 ? null : { color: "#ffffff", width: 2 };
      return text(box, "{{v}}".repeat(times), { fit, minFontSize: 1, stroke });
    }),
  );
  return {
    ...createDocument({ width: 320, height: 260, displayWidth: 320 }),
    fields: [field("v", "Value", { format: untouched })],
    layers,
  };
}

const charactersOf = (layer: ResolvedLayer) =>
  layer.type === "text" ? layer.runs.reduce((sum, run) => sum + run.text.length, 0) : 0;

/** Longest data of a path: rasterisers take a square of the time for it. */
const longestPath = (svg: string) =>
  Array.from(svg.matchAll(/ d="([^"]*)"/g), ([, data = ""]) => data.length).reduce(
    (most, length) => Math.max(most, length),
    0,
  );
const PATH_LENGTH = 220_000;

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

/** Answers requests for one document, and counts what it paints. */
function rig(document: Document) {
  const work = { pictures: 0, placed: 0, characters: 0, path: 0 };
  const counting: Painter = {
    ...painter,
    async placeLayer(layer, images) {
      const placed = await painter.placeLayer(layer, images);
      work.placed += 1;
      work.characters = Math.max(work.characters, charactersOf(layer));
      work.path = Math.max(work.path, longestPath(placed.svg));
      return placed;
    },
  };
  const row = { state: "live" as const, workspaceId: "w", versionId: "v", document, allowedImageHosts: [] };
  const run = runHere(async () => counting);
  const engine = createRenderEngine((task) => {
    if (task.kind === "picture") work.pictures += 1;
    return run(task);
  });
  const handler = createImageHandler({
    links: createLinkCache({ pointer: async () => "v", link: async () => row }, () => 0),
    neutral: createNeutralPictures(engine),
    maker: createPictureMaker({
      engine,
      loaders: { asset: async () => null, remote: async () => null },
      families: async () => [],
      store: null,
      countRender: async () => true,
      secret: "a secret of the test, long enough for anybody",
      now: () => 0,
    }),
    log: () => {},
  });
  const route = overWeb(
    () => handler,
    (error) => {
      throw error;
    },
  );
  return {
    work,
    get: (query: string) => route(new Request(`http://localhost/i/hostile.png?${query}`)),
  };
}

describe("a hostile text in a link gets its picture, for the work of an ordinary one", () => {
  const queries = {
    ...Object.fromEntries(Object.entries(TEXTS).map(([name, value]) => [name, encodeURIComponent(value)])),
    ...BROKEN,
  };
  test.each(Object.entries(queries))("%s", async (_name, query) => {
    const document = designed(1);
    const { get, work } = rig(document);
    const response = await get(`v=${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("x-render-status")).toBe("ok");
    expect(work.pictures).toBe(1);
    expect(work.placed).toBe(document.layers.length);
    expect(work.characters).toBeLessThanOrEqual(LIMITS.value);
    expect(work.path).toBeLessThan(PATH_LENGTH);
  });
});

describe("a megabyte given directly, a thousand times in one text", () => {
  const TIMES = LIMITS.layerText / "{{v}}".length;
  test.each(Object.entries(TEXTS))("%s", async (_name, part) => {
    const value = part.repeat(Math.ceil(1_000_000 / part.length));
    const { document } = resolveDocument(designed(TIMES), { v: value });
    await painter.prepare(document);
    for (const layer of document.layers) {
      expect(charactersOf(layer)).toBeLessThanOrEqual(LIMITS.layerText + LIMITS.value);
    }
    const layer = document.layers.find(({ id }) => id === "line0");
    if (layer?.type !== "text") throw new Error("the specimen has no such text");
    const glyphs = painter.layoutText(layer).lines.flatMap(({ runs }) => runs.flatMap((run) => run.glyphs));
    expect(glyphs.length).toBeLessThanOrEqual(2 * LIMITS.layerText);
    const { svg } = await painter.placeLayer(layer, () => null);
    expect(longestPath(svg)).toBeLessThan(PATH_LENGTH);
  });
});

test("the largest size that fits is found in a few trials, whatever fits", () => {
  for (const fitting of [0, 1, 7.3, 999.9, 1000]) {
    let trials = 0;
    largestFittingSize(LIMITS.fontSizeMax, LIMITS.fontSizeMin, (size) => {
      trials += 1;
      return size <= fitting;
    });
    expect(trials).toBeLessThanOrEqual(17);
  }
});
