import type { TextLayout } from "@/lib/paint/painter";
import { type Channels, channelsOf, contrastOf } from "@/lib/template/contrast";
import {
  applyToPoint,
  boundsOfPoints,
  cornersOf,
  invert,
  type Matrix,
  multiply,
  type Rect,
} from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import type { ResolvedDocument } from "@/lib/template/resolved";
import { type Eyes, type Pixels, remember } from "./eyes";
import type { SeenLayer } from "./judged-rows";
import { type CellLine, cellAt, type LetterCell, letterCells } from "./letter-cells";
import { mix } from "./nearest-colour";
import type { Pace } from "./pace";
import { type TextScene, textScene } from "./text-scene";

/** One colour of a text's letters against all that lies behind them. */
export type Stand = {
  /** As the layer or a run of it has it. */
  color: string;
  /** Too like what lies behind it somewhere. */
  weak: boolean;
  /** The contrast where it is worst, and what is needed there. */
  ratio: number;
  needed: number;
  /** Colours that lie behind letters of this colour. */
  behind: Channels[];
};

/** Each colour of the letters, the weakest first. */
export type Measured = readonly Stand[];

/** Pixels that a letter's size should have, so that its strokes are wider than their edges. */
const LETTER_PIXELS = 24;
/** Most pixels of one picture. */
const MOST_PIXELS = 160_000;
/** Coverage from which a pixel is ink: the edges of letters are a mixture that nobody reads. */
const INK = 0.6;
/** Fewest pixels of ink that make a letter, rather than the edge of one. */
const LEAST_INK = 6;
/** The share of a letter that may be weak, such as where a thin line crosses it. */
const SPARED = 0.2;
/** Rasterisers round channels to whole numbers: what is as good as enough is enough. */
const ROUNDING = 0.98;
/** Colours kept of what lies behind one letter: its darkest and lightest and those between. */
const SAMPLES = 5;

/**
 * Contrast of a text's letters with what really lies behind them: both are painted and read from the pixels, letter by
 * letter, so that gradients, photographs and opacity count as they are seen, and a shadow as far as it is seen beside them. An outline a px wide or more
 * holds a letter apart from what lies behind it as well as its own colour does. What the canvas leaves clear is taken
 * for the white of a mail or a page. `shown` is px on the screen for each px of the canvas.
 */
export async function measureContrast(
  document: ResolvedDocument,
  seen: SeenLayer & { layer: TextLayer },
  shown: number,
  eyes: Eyes,
  pace: Pace,
): Promise<Measured> {
  await eyes.painter.prepare({ layers: [seen.layer] });
  const layout = eyes.painter.layoutText(seen.layer);
  const frame = frameOf(layout, seen.toCanvas, document);
  if (!frame) return [];
  const scene = await textScene(document, seen, frame, eyes, pace);
  const cells = letterCells(layout, seen.layer, shown);
  const { stroke } = seen.layer;
  const outline = stroke && stroke.width * shown >= 1 ? channelsOf(stroke.color) : null;
  const key = keyOf(scene, cells, outline);
  const known = eyes.memory.contrasts.get(key);
  if (known) return known;

  const raster = async (svg: string) => {
    await pace.breathe();
    return eyes.raster(svg);
  };
  const pixels = {
    behind: await raster(scene.behind),
    whole: await raster(scene.whole),
    letters: await raster(scene.letters),
    white: scene.whiteLetters === null ? null : await raster(scene.whiteLetters),
  };
  const toText = multiply(invert(seen.toCanvas), [
    1 / frame.scale,
    0,
    0,
    1 / frame.scale,
    frame.area.x,
    frame.area.y,
  ]);
  const reading = { lines: cells, toText, outline, around: seen.layer.shadow !== null };
  const letters = await readLetters(pixels, reading, pace);
  return remember(eyes.memory.contrasts, key, standsOf(letters));
}

type Frame = { area: Rect; scale: number };

/** The part of the canvas that the letters are on, with sides of whole pixels. */
function frameOf(
  { lines }: TextLayout,
  toCanvas: Matrix,
  canvas: { width: number; height: number },
): Frame | null {
  const inked = lines.filter(({ text }) => text.trim() !== "");
  const sizes = inked.flatMap(({ runs }) => runs.map(({ fontSize }) => fontSize));
  const boxes = inked.map((line) =>
    boundsOfPoints(
      cornersOf(
        { width: line.width, height: line.height },
        multiply(toCanvas, [1, 0, 0, 1, line.x, line.top]),
      ),
    ),
  );
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)));
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)));
  const right = Math.min(canvas.width, Math.max(...boxes.map(({ x, width }) => x + width)));
  const bottom = Math.min(canvas.height, Math.max(...boxes.map(({ y, height }) => y + height)));
  if (boxes.length === 0 || right - left < 1 || bottom - top < 1) return null;
  const wanted = LETTER_PIXELS / Math.min(...sizes);
  const most = Math.sqrt(MOST_PIXELS / ((right - left) * (bottom - top)));
  const scale = Math.min(wanted, most, 2);
  const width = Math.max(1, Math.ceil((right - left) * scale)) / scale;
  const height = Math.max(1, Math.ceil((bottom - top) * scale)) / scale;
  return { area: { x: left, y: top, width, height }, scale };
}

type Letter = { cell: LetterCell; ratios: number[]; behind: Channels[] };

type Sheets = { behind: Pixels; whole: Pixels; letters: Pixels; white: Pixels | null };

type Reading = {
  lines: readonly CellLine[];
  /** From pixels to the text's own box. */
  toText: Matrix;
  outline: Channels | null;
  /** Whether what lies beside the letters counts: a shadow is darkest under them, where nobody sees it. */
  around: boolean;
};

/** Rows of pixels that are read in one go. */
const BAND = 16;

async function readLetters(
  { behind, whole, letters, white }: Sheets,
  { lines, toText, outline, around }: Reading,
  pace: Pace,
): Promise<Letter[]> {
  const found = new Map<LetterCell, Letter>();
  const { width, height } = letters;
  for (let y = 0; y < height; y += 1) {
    if (y % BAND === 0) await pace.breathe();
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const coverage = (letters.data[at + 3] ?? 0) / 255;
      if (coverage < INK) continue;
      if (white && (white.data[at] ?? 0) - (letters.data[at] ?? 0) < 128) continue;
      const point = applyToPoint(toText, { x: x + 0.5, y: y + 0.5 });
      const cell = cellAt(lines, point.x, point.y);
      if (!cell) continue;
      const below = onWhite(behind, at);
      const seen = around ? beside(letters, behind, x, y) : below;
      if (!seen) continue;
      const mixed = onWhite(whole, at);
      const part = (index: 0 | 1 | 2) =>
        Math.min(1, Math.max(0, below[index] + (mixed[index] - below[index]) / coverage));
      const ink: Channels = [part(0), part(1), part(2)];
      const ratio = contrastOf(ink, seen);
      const letter = found.get(cell) ?? { cell, ratios: [], behind: [] };
      letter.ratios.push(
        outline ? Math.max(ratio, contrastOf(outline, ink), contrastOf(outline, seen)) : ratio,
      );
      letter.behind.push(seen);
      found.set(cell, letter);
    }
  }
  return [...found.values()].filter(({ ratios }) => ratios.length >= LEAST_INK);
}

/** How far from a pixel of a letter its surroundings are looked for, pixels: about the width of a stroke. */
const BESIDE = 3;

/** What lies nearest beside a letter; null in the middle of a thick one. */
function beside(letters: Pixels, behind: Pixels, x: number, y: number): Channels | null {
  for (let step = 1; step <= BESIDE; step += 1) {
    for (const [dx, dy] of [
      [step, 0],
      [-step, 0],
      [0, step],
      [0, -step],
    ] as const) {
      const [column, row] = [x + dx, y + dy];
      if (column < 0 || row < 0 || column >= letters.width || row >= letters.height) continue;
      const at = (row * letters.width + column) * 4;
      if ((letters.data[at + 3] ?? 0) < 8) return onWhite(behind, at);
    }
  }
  return null;
}

const WHITE: Channels = [1, 1, 1];

function onWhite({ data }: Pixels, at: number): Channels {
  const channels: Channels = [(data[at] ?? 0) / 255, (data[at + 1] ?? 0) / 255, (data[at + 2] ?? 0) / 255];
  const alpha = (data[at + 3] ?? 0) / 255;
  return alpha === 1 ? channels : mix(WHITE, channels, alpha);
}

function standsOf(letters: readonly Letter[]): Stand[] {
  const byColour = new Map<string, Omit<Stand, "weak">>();
  for (const { cell, ratios, behind } of letters) {
    const sorted = ratios.toSorted((one, other) => one - other);
    const ratio = sorted[Math.floor(sorted.length * SPARED)] ?? 21;
    const known = byColour.get(cell.color);
    const samples = [...(known?.behind ?? []), ...sampled(behind)];
    const isWorse = known === undefined || ratio / cell.needed < known.ratio / known.needed;
    byColour.set(cell.color, {
      color: cell.color,
      ratio: isWorse ? ratio : known.ratio,
      needed: isWorse ? cell.needed : known.needed,
      behind: samples,
    });
  }
  return [...byColour.values()]
    .map((stand) => ({ ...stand, weak: stand.ratio < stand.needed * ROUNDING }))
    .toSorted((one, other) => one.ratio - other.ratio);
}

/** Some of the colours from dark to light, without those that a letter may spare. */
function sampled(colours: readonly Channels[]): Channels[] {
  const brightness = ([red, green, blue]: Channels) => red + green + blue;
  const sorted = colours.toSorted((one, other) => brightness(one) - brightness(other));
  return Array.from({ length: SAMPLES }, (_, index) => {
    const share = SPARED / 2 + ((1 - SPARED) * index) / (SAMPLES - 1);
    return sorted[Math.floor((sorted.length - 1) * share)];
  }).filter((colour) => colour !== undefined);
}

/** A name of what is measured: the same pictures, judged alike, have the same one. */
function keyOf(
  { behind, whole, letters }: TextScene,
  lines: readonly CellLine[],
  outline: Channels | null,
): string {
  const needs = new Set(lines.flatMap(({ cells }) => cells.map(({ color, needed }) => color + needed)));
  return [...[behind, whole, letters].map(hash), ...needs, String(outline)].join(" ");
}

/** 64 bits of a text, by two multiplicative hashes of 32 bits side by side (FNV-1a's step with two primes). */
function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return `${text.length}.${one >>> 0}.${other >>> 0}`;
}
