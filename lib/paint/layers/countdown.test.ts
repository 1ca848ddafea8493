import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import {
  type CountdownLayer,
  countdownEntry,
  type ResolvedCountdownLayer,
} from "@/lib/template/layers/countdown";
import { resolveDocument } from "@/lib/template/resolve-document";
import { arbitraryDocument } from "@/lib/template/testing/arbitrary-document";
import { walkLayers } from "@/lib/template/tree";
import { countdownFrame } from "../countdown/countdown-frame";
import type { Painter } from "../painter";
import { nodePainter } from "../testing/node-painter";

const CANVAS = { width: 1200, height: 628 };
const END = Date.parse("2026-12-24T18:00:00Z");

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

function shown(change: Partial<CountdownLayer>, left: number): ResolvedCountdownLayer {
  const layer = { ...countdownEntry.create("countdown", CANVAS), target: "2026-12-24 18:00", ...change };
  const doc = { ...createDocument({ ...CANVAS, displayWidth: 600 }), layers: [layer] };
  const [found] = resolveDocument(doc, {}, { now: END - left }).document.layers;
  if (found?.type !== "countdown") throw new Error("no countdown");
  return found;
}

const MEASURES = { digit: 50, separator: 20, label: (text: string) => text.length * 9 };

function framed(change: Partial<CountdownLayer>, left: number) {
  const layer = shown(change, left);
  if (layer.shown.kind !== "digits") throw new Error("over");
  return countdownFrame(layer, layer.shown.units, MEASURES);
}

describe("the frame", () => {
  const LOOKS: Partial<CountdownLayer>[] = [
    {},
    { boxes: "digits", labelPlace: "above" },
    { boxes: "none", separator: ":", labelPlace: "none" },
    { width: 90, height: 40 },
    { units: { days: false, hours: false, minutes: true, seconds: true } },
  ];

  it.each(LOOKS)("%j keeps every digit in its place whatever it is", (look) => {
    const places = (left: number) => {
      const { digits, ...rest } = framed(look, left);
      return { ...rest, digits: digits.map(({ text: _text, ...place }) => place) };
    };
    const one = places(1_000);
    for (const left of [59_000, 3_600_000, 11 * 3_600_000 + 8_000, 99 * 60_000]) {
      if (!(look.units && left > 100 * 60_000)) expect(places(left)).toEqual(one);
    }
  });

  it.each(LOOKS)("%j stays inside the box", (look) => {
    const { width, height } = shown(look, 1_000);
    const { boxes, digits, labels } = framed(look, 123 * 86_400_000);
    for (const { x, y, ...size } of [...boxes, ...digits, ...labels]) {
      expect(x).toBeGreaterThanOrEqual(-0.01);
      expect(y).toBeGreaterThanOrEqual(-0.01);
      expect(x + size.width).toBeLessThanOrEqual(width + 0.01);
      expect(y + size.height).toBeLessThanOrEqual(height + 0.01);
    }
  });

  it("gives more digits more room, and all of them one size", () => {
    const { digits, boxes } = framed({}, 123 * 86_400_000);
    expect(digits.map(({ text }) => text).join("")).toBe("123000000");
    expect(new Set(digits.map(({ fontSize }) => fontSize)).size).toBe(1);
    expect((boxes[0]?.width ?? 0) / (boxes[1]?.width ?? 1)).toBeCloseTo(1.5);
  });

  it("labels are as large as the longest of them fits, and none stand where none are wanted", () => {
    const long = { days: "Verbleibende Tage", hours: "h", minutes: "m", seconds: "s" };
    const { labels } = framed({ labels: long, width: 400 }, 1_000);
    expect(new Set(labels.map(({ fontSize }) => fontSize)).size).toBe(1);
    expect(labels[0]?.fontSize).toBeLessThan(18);
    expect(framed({ labelPlace: "none" }, 1_000).labels).toEqual([]);
  });
});

describe("painted", () => {
  it("a digit stands in the middle of its place: those of a proportional font do not push each other", async () => {
    // The last second alone differs, so all else is painted by the very same paths.
    const paths = async (left: number) => {
      const { svg } = await painter.paintLayer(
        shown({ style: { ...shown({}, 1).style, fontFamily: "Lora" } }, left),
        () => null,
      );
      return svg.split("<path").map((part) => part.slice(0, part.indexOf("/>")));
    };
    const [one, two] = [await paths(11_000), await paths(14_000)];
    expect(one.length).toBe(two.length);
    expect(one.filter((path, index) => path !== two[index])).toHaveLength(1);
  });

  it("is nothing but outlines in one colour each, which are drawn in a fraction of the time", async () => {
    for (const boxes of ["units", "digits"] as const) {
      const { svg } = await painter.paintLayer(shown({ boxes }, 11_000), () => null);
      expect(svg.match(/ d="[^"]*A/)).toBeNull();
    }
  });

  it("says its phrase in its own style, shrunk to the box", async () => {
    const over = shown({ whenOver: "phrase", phrase: "The offer has ended, see you next time" }, -1);
    const { svg, width } = await painter.paintLayer(over, () => null);
    expect(svg).toContain('fill="#ffffff"');
    expect(width).toBeLessThanOrEqual(over.width + 4);
  });

  it("shows a picture when it is over", async () => {
    const picture = { href: "data:image/png;base64,AAAA", width: 300, height: 100 };
    const over = shown({ whenOver: "picture", overPicture: "ast_Abcdefgh12" }, -1);
    const { svg } = await painter.paintLayer(over, (source) => (source.kind === "asset" ? picture : null));
    expect(svg).toContain(picture.href);
  });

  it("is painted with finite numbers and ids of its own, whatever it holds", async () => {
    let painted = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        const bare = Array.from(walkLayers(document.layers), ({ layer }) => layer)
          .filter(({ type }) => type === "countdown")
          .map((layer) => ({ ...layer, visible: true, rules: [], bindings: [], hideWhenMissing: [] }));
        const values = { due: "2027-01-05", first_name: "Ana" };
        const { document: resolved } = resolveDocument({ ...document, layers: bare }, values, { now: END });
        for (const layer of resolved.layers) {
          const { svg, ...box } = await painter.paintLayer(layer, () => null);
          expect(svg).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/);
          for (const [, id] of svg.matchAll(/ id="([^"]+)"/g))
            expect(id?.startsWith(`${layer.id}.`)).toBe(true);
          expect(Object.values(box).every(Number.isFinite)).toBe(true);
          painted += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(painted).toBeGreaterThan(20);
  });
});
