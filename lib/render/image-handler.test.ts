import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { encodePercent } from "@/lib/link/percent";
import { CUT_TAGS, LITERAL_TAGS, ODD_VALUES } from "@/lib/link/testing/corpus";
import { createPainter, type Painter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import type { LinkRow } from "@/lib/server/picture-reads";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { field, text } from "@/lib/template/starters/build";
import { loyaltyThankYou } from "@/lib/template/starters/loyalty-thank-you";
import { salesFollowUp } from "@/lib/template/starters/sales-follow-up";
import { createImageHandler, type ImageEvent } from "./image-handler";
import { createLinkCache } from "./link-cache";

const FONTS = resolve(import.meta.dirname, "../../public");
let painter: Painter;

beforeAll(async () => {
  painter = createPainter({
    satori: await satoriNode(),
    loadFont: (file) => readFile(join(FONTS, file)),
  });
});

/** A small picture with one name in it, quick to paint hundreds of times. */
const NAME_TAG: Document = {
  ...createDocument({ width: 320, height: 60, displayWidth: 320 }),
  fields: [field("first_name", "First name", { fallback: "friend" })],
  layers: [text({ id: "name", name: "Name", x: 8, y: 8, width: 304, height: 44 }, "Hello {{first_name}}!")],
};

type Rig = {
  rows: Map<string, LinkRow>;
  paints: number;
  events: ImageEvent[];
  down: boolean;
  broken: boolean;
};

function handlerRig(options: { cacheBytes?: number } = {}) {
  const rig: Rig = {
    rows: new Map<string, LinkRow>([
      ["thanks", { state: "live", workspaceId: "w", versionId: "ver_1", document: loyaltyThankYou }],
      ["sales", { state: "live", workspaceId: "w", versionId: "ver_2", document: salesFollowUp }],
      ["tag", { state: "live", workspaceId: "w", versionId: "ver_3", document: NAME_TAG }],
      ["gone", { state: "deleted", workspaceId: "w", width: 300, height: 200 }],
      ["draft", { state: "unpublished", workspaceId: "w" }],
    ]),
    paints: 0,
    events: [],
    down: false,
    broken: false,
  };
  const check = () => {
    if (rig.down) throw new Error("database down");
  };
  const handle = createImageHandler({
    links: createLinkCache({
      pointer: async (key) => {
        check();
        const row = rig.rows.get(key);
        return row ? (row.state === "live" ? row.versionId : row.state) : null;
      },
      link: async (key) => {
        check();
        return rig.rows.get(key) ?? null;
      },
    }),
    loaders: { asset: async () => null, remote: async () => null },
    painter: async () => {
      if (rig.broken) throw new Error("painter broken");
      return painter;
    },
    ...options,
    secret: "a secret of the test, long enough for anybody",
    log: (event) => rig.events.push(event),
    onPaint: () => {
      rig.paints += 1;
    },
  });
  const get = (path: string, init?: RequestInit) => handle(new Request(`http://localhost${path}`, init));
  const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
  return { rig, get, bytes };
}

describe("a published link", () => {
  test("answers with the picture, its length, its tag and no cookie", async () => {
    const { get } = handlerRig();
    const response = await get("/i/thanks.png?first_name=Nguy%E1%BB%85n&loyalty_points=250");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("x-render-status")).toBe("ok");
    expect(response.headers.get("cache-control")).toContain("max-age=0");
    expect(response.headers.get("set-cookie")).toBeNull();
    const body = Buffer.from(await response.arrayBuffer());
    expect(Number(response.headers.get("content-length"))).toBe(body.length);
    expect(await sharp(body).metadata()).toMatchObject({ format: "png", width: 1200, height: 628 });
  });

  test.each([
    ["jpg", "image/jpeg", "jpeg"],
    ["webp", "image/webp", "webp"],
  ])("gives %s as %s", async (extension, type, format) => {
    const { get } = handlerRig();
    const response = await get(`/i/thanks.${extension}?first_name=O'Neil`);
    expect(response.headers.get("content-type")).toBe(type);
    const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format, width: 1200, height: 628 });
  });

  test("answers 304 to its own tag without painting, and HEAD as GET without a body", async () => {
    const { rig, get } = handlerRig();
    const path = "/i/thanks.png?first_name=%C5%81%C3%B3d%C5%BA";
    const full = await get(path);
    const etag = full.headers.get("etag") ?? "";
    const again = await get(path, { headers: { "if-none-match": `W/"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const head = await get(path, { method: "HEAD" });
    expect(await head.text()).toBe("");
    for (const name of ["etag", "content-length", "content-type", "cache-control"]) {
      expect(head.headers.get(name)).toBe(full.headers.get(name));
    }
    expect(rig.paints).toBe(1);
  });

  test("paints once for a thousand equal requests, and for noise that changes nothing", async () => {
    const { rig, get } = handlerRig();
    const noise = (index: number) =>
      `/i/thanks.png?x=${index}&first_name=O%27Neil&loyalty_points=12&utm=${index}`;
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => get(noise(index))));
    expect(new Set(answers.map((answer) => answer.headers.get("etag"))).size).toBe(1);
    expect(rig.paints).toBe(1);
  });

  test("shows everybody their own picture, also where only a few of them fit into memory", async () => {
    const { get, bytes } = handlerRig({ cacheBytes: 3 * (await handlerRig().bytes("/i/tag.png")).length });
    const paths = Array.from({ length: 60 }, (_, index) => `/i/tag.png?first_name=Nguy%E1%BB%85n%20${index}`);
    const answers = await Promise.all(paths.map((path) => get(path)));
    expect(new Set(answers.map((answer) => answer.headers.get("x-render-status")))).toEqual(new Set(["ok"]));
    expect(new Set(answers.map((answer) => answer.headers.get("etag"))).size).toBe(paths.length);
    const body = Buffer.from((await answers[7]?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(body.equals(await bytes(paths[7] ?? ""))).toBe(true);
  });

  test("survives 10,000 unknown parameters, control characters and lone surrogates", async () => {
    const { get } = handlerRig();
    const flood = Array.from({ length: 10_000 }, (_, index) => `p${index}=${index}`).join("&");
    for (const query of [
      flood,
      "first_name=%00%01%ED%A0%80%FF",
      "first_name=%F0%9F",
      "&&&=&=%",
      "%=%&first_name",
    ]) {
      const response = await get(`/i/thanks.png?${query}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("x-render-status")).toBe("ok");
    }
  });

  test("writes down which fields came, never what they say", async () => {
    const { rig, get } = handlerRig();
    await get("/i/thanks.png?first_name=Zxq7CanaryName&other=Zxq7CanaryName");
    expect(rig.events.at(-1)).toMatchObject({ link: "thanks", fields: ["first_name"], render: "ok" });
    expect(JSON.stringify(rig.events)).not.toContain("Zxq7CanaryName");
  });
});

describe("missing values", () => {
  test("absent, blank and every literal tag give the same bytes; odd but real values are painted", async () => {
    const { rig, bytes } = handlerRig();
    const path = (value: string) => `/i/tag.png?first_name=${encodePercent(value)}`;
    const fallback = await bytes("/i/tag.png");
    for (const value of ["", " ", "\u00a0\t", ...LITERAL_TAGS, ...CUT_TAGS]) {
      expect((await bytes(path(value))).equals(fallback), `not seen as missing: ${value}`).toBe(true);
    }
    expect(rig.paints).toBe(1);
    expect(ODD_VALUES.length).toBeGreaterThanOrEqual(200);
    for (const value of ["50% off", "[VIP] Ann", "AT&T", "0", "O'Neil", "%41", "{curly}", ...ODD_VALUES]) {
      expect((await bytes(path(value))).equals(fallback), `not painted: ${value}`).toBe(false);
    }
  });

  test("other values give other pixels", async () => {
    const { bytes } = handlerRig();
    const pictures = await Promise.all(
      ["Щёголева", "Nguyễn", "O'Neil", "Łódź", "Rheinisch-Westfälische Papierwerke GmbH"].map((name) =>
        bytes(`/i/thanks.png?first_name=${encodeURIComponent(name)}&loyalty_points=250`),
      ),
    );
    const pixels = await Promise.all(pictures.map((picture) => sharp(picture).raw().toBuffer()));
    expect(new Set(pixels.map((picture) => picture.toString("base64"))).size).toBe(5);
  });
});

describe("when something is wrong, still a picture", () => {
  test("an unknown link is a 404 with a picture, a deleted one a 200 of its own size", async () => {
    const { get } = handlerRig();
    const unknown = await get("/i/nobody.png");
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "image/png"]);
    const gone = await get("/i/gone.jpg?first_name=Ann");
    expect([gone.status, gone.headers.get("x-render-status")]).toEqual([200, "fallback; reason=deleted"]);
    const metadata = await sharp(Buffer.from(await gone.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: "jpeg", width: 300, height: 200 });
    expect((await get("/i/draft.png")).status).toBe(200);
  });

  test.each([
    "/i/",
    "/i/thanks",
    "/i/thanks.exe",
    "/i/a%2Fb.png",
    "/i/../thanks.png",
    "/i/thanks.PNG",
    "/i/thanks.png;x",
  ])("no other spelling of a path reaches a link: %s", async (path) => {
    const { get } = handlerRig();
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "image/png"]);
  });

  test("the database down: what is known is shown, what is not gets a card; neither is kept for long", async () => {
    const { rig, get } = handlerRig();
    rig.down = true;
    const blind = await get("/i/thanks.png?first_name=Ann");
    expect([blind.status, blind.headers.get("x-render-status")]).toEqual([200, "fallback; reason=database"]);
    expect(blind.headers.get("cache-control")).toBe("public, max-age=30");
  });

  test("a broken painter gives a card of the picture's size and a log entry", async () => {
    const { rig, get } = handlerRig();
    rig.broken = true;
    const response = await get("/i/thanks.png?first_name=Ann");
    expect([response.status, response.headers.get("x-render-status")]).toEqual([
      200,
      "fallback; reason=failed",
    ]);
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({
      width: 1200,
      height: 628,
    });
    expect(rig.events.at(-1)?.error).toBeInstanceOf(Error);
  });

  test("a logo that does not load leaves the rest of the picture and says so", async () => {
    const { get } = handlerRig();
    const response = await get(
      "/i/sales.png?company_name=Ann%20Co&logo_url=https%3A%2F%2Fpictures.invalid%2Fa.png",
    );
    expect([response.status, response.headers.get("x-render-status")]).toEqual([
      200,
      "degraded; reason=picture",
    ]);
  });

  test("a picture inside a picture of ours is a card, so that none can hold itself", async () => {
    const { rig, get } = handlerRig();
    const response = await get("/i/thanks.png?first_name=Ann", { headers: { "x-render-depth": "1" } });
    expect([response.status, response.headers.get("x-render-status")]).toEqual([
      200,
      "fallback; reason=recursion",
    ]);
    expect(rig.paints).toBe(0);
    // The header is no part of any cache's key.
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("other methods are told which ones there are", async () => {
    const { get } = handlerRig();
    const response = await get("/i/thanks.png", { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});
