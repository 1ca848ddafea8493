import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ImageBook, Painter } from "@/lib/paint/painter";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import { createDocument } from "@/lib/template/create-document";
import { type CountdownLayer, countdownEntry } from "@/lib/template/layers/countdown";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { field, image, text } from "@/lib/template/starters/build";
import { encodeMoving } from "../encode/encode-frame";
import type { PaintTask, TaskKind } from "../engine/paint-task";
import { runPaintTask } from "../engine/paint-task";
import { createRenderEngine } from "../engine/render-engine";
import { movingShots } from "../moving-shots";
import type { PictureBook } from "../picture-book";
import { decodeGif } from "../testing/decode-gif";
import { bytesOfChange } from "./change-of";
import { paintMoving } from "./paint-moving";
import { compilePlates, paintFrame } from "./plates";

vi.mock("./plates", { spy: true });

const CANVAS = { width: 1200, height: 628 };
const NOW = Date.parse("2026-12-24T12:00:00Z");

let painter: Painter;
let photo: { href: string; width: number; height: number };
beforeAll(async () => {
  painter = await nodePainter();
  photo = await busyPhoto();
});

/** As much going on as in a photograph of a market: soft light, hard edges, and grain over all of it. */
async function busyPhoto() {
  const [width, height] = [1200, 800];
  const data = new Uint8Array(width * height * 3);
  let state = 7;
  const grain = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 27) - 16;
  };
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const stall = (Math.floor(x / 37) * 31 + Math.floor(y / 29) * 17) % 97;
      const light = 60 * Math.sin(x / 210) + 50 * Math.cos(y / 140);
      for (const shift of [0, 40, 80]) {
        data[at] = Math.max(0, Math.min(255, 110 + light + ((stall * (shift + 30)) % 120) - 50 + grain()));
        at += 1;
      }
    }
  }
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { href: `data:image/jpeg;base64,${jpeg.toString("base64")}`, width, height };
}

function design(change: Partial<CountdownLayer> = {}): Document {
  const count = {
    ...countdownEntry.create("count", CANVAS),
    target: "2026-12-31 18:00",
    x: 280,
    y: 330,
    width: 640,
    height: 170,
    ...change,
  };
  const at = { x: 100, width: 1000 };
  return {
    ...createDocument({ ...CANVAS, displayWidth: 600 }),
    fields: [field("name", "Name")],
    layers: [
      image(
        { id: "photo", name: "Photo", x: 0, y: 0, ...CANVAS },
        { source: { kind: "asset", assetId: "ast_Abcdefgh12" } },
      ),
      text({ id: "words", name: "Words", y: 90, height: 120, ...at }, "{{name}}, it ends soon", {
        style: { fontSize: 64, color: "#ffffff" },
      }),
      count,
      text({ id: "small", name: "Small", y: 540, height: 50, ...at }, "Only while stocks last"),
    ],
  };
}

/** The painter, which counts which layers it paints. */
function counting(): { painter: Painter; painted: Map<string, number> } {
  const painted = new Map<string, number>();
  return {
    painted,
    painter: {
      ...painter,
      placeLayer(layer, images) {
        painted.set(layer.id, (painted.get(layer.id) ?? 0) + 1);
        return painter.placeLayer(layer, images);
      },
    },
  };
}

/** A GIF as the engine makes it from a design, and what was painted for it. */
async function gifOf(document: Document, kilobytes: number | null = 500, from = NOW) {
  const counted = counting();
  const tasks: TaskKind[] = [];
  const engine = createRenderEngine(async (task) => {
    tasks.push(task.kind);
    return runPaintTask(counted.painter, task as PaintTask<typeof task.kind> & { kind: typeof task.kind });
  });
  const book: PictureBook = {
    image: (source) => (source.kind === "asset" ? photo : null),
    hash: () => "hash",
    hashes: [],
    failed: 0,
    remote: false,
  };
  const make = (now = from, name = "Ana") => {
    const values = { name };
    const resolved = resolveDocument(document, values, { now }).document;
    const moving = movingShots(document, values, resolved, { now });
    return engine.render({
      version: "v",
      document,
      resolved,
      book,
      families: [],
      output: { format: "gif", scale: 1, kilobytes },
      urgency: "usual",
      moving,
    });
  };
  return { ...(await make()), painted: counted.painted, tasks, again: make };
}

describe("a minute of a busy picture", () => {
  test("keeps 500 kB with all of its frames, and looks like the picture", async () => {
    const { bytes, frames } = await gifOf(design());
    expect(bytes.length).toBeLessThanOrEqual(500_000);
    expect(frames).toBeUndefined();
    const decoded = decodeGif(bytes);
    expect(decoded.frames).toHaveLength(60);
    const resolved = resolveDocument(design(), { name: "Ana" }, { now: NOW }).document;
    const svg = await painter.paintDocument(resolved, () => photo);
    const still = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
    const first = await sharp(decoded.frames[0]?.pixels ?? Buffer.alloc(0), {
      raw: { ...CANVAS, channels: 4 },
    })
      .removeAlpha()
      .raw()
      .toBuffer();
    const sum = still.reduce((total, value, byte) => total + Math.abs(value - (first[byte] ?? 0)), 0);
    expect(sum / still.length).toBeLessThan(14);
  });

  test("paints what stands still once, and the digits sixty times", async () => {
    const { painted, tasks, again } = await gifOf(design());
    expect(Object.fromEntries(painted)).toEqual({ photo: 1, words: 1, count: 60, small: 1 });
    expect(tasks).toEqual(["plates", "encoding", "moving"]);
    // Plates are kept for the next recipient, and digits that count to the same moment.
    await again();
    expect(Object.fromEntries(painted)).toEqual({ photo: 1, words: 2, count: 60, small: 1 });
  });

  test("a second later costs a moment, and is the very bytes that it would be without the one before", async () => {
    const { painted, again } = await gifOf(design());
    vi.mocked(paintFrame).mockClear();
    const later = await again(NOW + 1_000);
    // Its first frame, and the last two for what changes between them.
    expect(paintFrame).toHaveBeenCalledTimes(3);
    expect(painted.get("count")).toBe(61);
    const alone = await gifOf(design(), 500, NOW + 1_000);
    expect(Buffer.compare(Buffer.from(later.bytes), Buffer.from(alone.bytes))).toBe(0);
    // Somebody else's words are painted, the digits are not.
    const theirs = await again(NOW + 1_000, "Ben");
    expect(painted.get("count")).toBe(61);
    expect(Buffer.compare(Buffer.from(theirs.bytes), Buffer.from(later.bytes))).not.toBe(0);
  }, 60_000);

  test("is the same bytes each time", async () => {
    const [one, two] = [await gifOf(design()), await gifOf(design())];
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(two.bytes))).toBe(0);
  });

  test("says how many frames there was room for, where it had to leave some out", async () => {
    const { bytes, frames } = await gifOf(design(), 50);
    expect(frames?.wanted).toBe(60);
    expect(decodeGif(bytes).frames).toHaveLength(frames?.written ?? 0);
  });

  test("a ground that is each recipient's own is painted for each", async () => {
    const own = { ...design(), layers: design().layers.slice(1), backgroundKey: "name" };
    const { bytes, tasks, again } = await gifOf(own);
    expect(decodeGif(bytes).frames).toHaveLength(60);
    await again();
    expect(tasks).toEqual(["plates", "moving", "plates", "moving"]);
  });
});

/** The shots of a minute of a design whose first layer stands still, and what lies below them. */
async function shotsOf(document: Document) {
  const resolved = resolveDocument(document, {}, { now: NOW }).document;
  const images: ImageBook = () => photo;
  const [photoLayer, ...rest] = resolved.layers;
  const plates = await compilePlates(
    painter,
    { ...CANVAS, background: null, scale: 1, onWhite: true, units: [photoLayer ? [photoLayer] : [], null] },
    images,
  );
  const { later } = movingShots(document, {}, resolved, { now: NOW });
  const shots = [rest, ...later.map(({ layers }) => layers.slice(1))].map((layers) => ({
    slots: [layers],
    seconds: 1,
  }));
  return { plates, shots, images };
}

test("two countdowns in far corners are a whole minute, also under a layer that covers all", async () => {
  const size = { width: 300, height: 80 };
  const { layers, ...rest } = design({ ...size, x: 0, y: 0 });
  const [photoLayer, words, count, small] = layers;
  if (!photoLayer || !words || !count || !small) throw new Error("no layers");
  const far = { ...count, id: "far", ...size, x: 900, y: 548 };
  const cover = { ...photoLayer, id: "cover", opacity: 0.2 };
  const { plates, shots, images } = await shotsOf({
    ...rest,
    layers: [photoLayer, words, cover, count, far, small],
  });
  const moving = await paintMoving(painter, plates, shots, images);
  expect([moving.changes.length, moving.left]).toEqual([59, 0]);
  expect(moving.changes.reduce((sum, each) => sum + bytesOfChange(each), 0)).toBeLessThan(12_000_000);
}, 60_000);

test("memory is bounded: where changes are too many to hold, the picture ends early and says so", async () => {
  const { plates, shots, images } = await shotsOf(design());
  const whole = await paintMoving(painter, plates, shots, images);
  expect(whole.changes).toHaveLength(59);
  const held = whole.changes.reduce((sum, each) => sum + bytesOfChange(each), 0);
  expect(held).toBeLessThan(8_000_000);
  const cut = await paintMoving(painter, plates, shots, images, { mostBytes: held / 2 });
  expect(cut.changes.length).toBeGreaterThan(20);
  expect(cut.changes.length).toBeLessThan(40);
  expect(encodeMoving(cut, 0, null).frames).toEqual({ written: cut.changes.length + 1, wanted: 60 });
});
