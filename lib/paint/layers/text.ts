import type { TextLayer } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { type Bounds, growBounds, unionBounds } from "../bounds";
import type { FontBook } from "../font-book";
import type { LoadedFont } from "../loaded-font";
import { colourAttributes } from "../svg/colour";
import { fillPaint } from "../svg/fill-paint";
import { GLYPH_PATH_TRANSFORM, GLYPH_UNITS, glyphPath } from "../svg/glyph-path";
import { px } from "../svg/numbers";
import type { GlyphRun, TextLine } from "../text-layout";
import { TEXT_MARK, type TextMark } from "../text-marks";
import type { LayerPainter } from "./layer-painter";
import { paintHighlight } from "./text-highlight";

/** What is further than the largest canvas from the box is never seen; leaving it out bounds the picture. */
const REACH = LIMITS.canvasSide;

/** Length of path data after which another path begins: rasterisers take a square of the time for a longer one. */
const PATH_LENGTH = 100_000;

/**
 * Characters of path data that one layer may have; glyphs beyond are left out. It is enough for more letters than
 * anybody reads in a picture, 8,000 Chinese ones, but a font may be made so that a hundred take a gigabyte to draw.
 */
const OUTLINES_LENGTH = 4_000_000;

/** How much of them a layer may still have. */
type Allowance = { characters: number };

/**
 * Outlines that are filled alike. Letters take the layer's fill and stroke, the parts of emoji do not. `mark` is the
 * place of their run among the marks; the same for all where there are none.
 */
type Path = { color: string; isText: boolean; data: string; mark: number };

type Underline = { color: string; box: Bounds };

/** From back to front: highlight, the letters' stroke, letters and emoji as they follow each other, underlines. */
export const textPainter: LayerPainter<TextLayer> = {
  paint(layer, { layoutText, fonts, marks }) {
    const firstMark = marks?.length ?? 0;
    const allowance: Allowance = { characters: OUTLINES_LENGTH };
    const lines = layoutText(layer)
      .lines.filter((line) => line.top + line.height > -REACH && line.top < layer.height + REACH)
      .map((line) => ({ line, ...paintLine(line, layer, fonts, allowance, marks) }));
    const paths = joined(
      lines.flatMap((line) => line.paths),
      layer.fill !== null,
    );
    const underlines = lines.flatMap((line) => line.underlines);
    const letters = joined(
      paths.filter(({ isText }) => isText).map((path) => ({ ...path, mark: NO_MARK })),
      true,
    );
    const highlight = paintHighlight(layer.highlight, lines);
    const paint = fillPaint(
      layer.fill,
      layer.width * GLYPH_UNITS,
      layer.height * GLYPH_UNITS,
      `${layer.id}.fill`,
    );
    const draw = ({ color, isText, data }: Path) =>
      outlinePath(data, layer.fill && isText ? paint.attributes : colourAttributes("fill", color));

    const svg = [
      highlight.svg,
      paint.definition,
      ...letters.map(({ data }) => strokePath(layer.stroke, data)),
      ...(marks ? marked(paths, firstMark, marks.length, draw) : paths.map(draw)),
      ...underlines.map(({ color, box }) =>
        layer.fill ? rect(box, GLYPH_UNITS, paint.attributes) : rect(box, 1, colourAttributes("fill", color)),
      ),
    ].join("");
    const ink = unionBounds(lines.map((line) => line.ink));
    const stroked = ink && growBounds(ink, layer.stroke ? layer.stroke.width / 2 : 0);
    const bounds = unionBounds([highlight.ink, stroked, ...underlines.map(({ box }) => box)]);
    return { svg: bounds ? svg : "", ink: clamp(bounds, layer) };
  },
  texts: (layer) => [layer],
};

function outlinePath(data: string, attributes: string): string {
  return `<path transform="${GLYPH_PATH_TRANSFORM}" ${attributes} d="${data}"/>`;
}

/** A box written in so many units to a px: in those of outlines where it shares their gradient. */
function rect({ left, top, right, bottom }: Bounds, units: number, attributes: string): string {
  const length = (value: number) => px(value * units);
  const transform = units === 1 ? "" : ` transform="${GLYPH_PATH_TRANSFORM}"`;
  return `<rect${transform} x="${length(left)}" y="${length(top)}" width="${length(right - left)}" height="${length(bottom - top)}" ${attributes}/>`;
}

/** Beneath all letters, so that no stroke lies on a neighbouring one. */
function strokePath(stroke: TextLayer["stroke"], data: string): string {
  if (!stroke) return "";
  const line = `${colourAttributes("stroke", stroke.color)} stroke-width="${px(stroke.width * GLYPH_UNITS)}" stroke-linejoin="round"`;
  return outlinePath(data, `fill="none" ${line}`);
}

/** What stands for the mark of paths that are of no run, or of all of them. */
const NO_MARK = -1;

function markOf(run: GlyphRun, { x, baseline }: TextLine, { fill }: TextLayer, font: LoadedFont): TextMark {
  const isPlain = fill?.kind !== "linear" && fill?.kind !== "radial";
  const inOneColour = isPlain && run.glyphs.every(({ id }) => font.colourLayers(id) === null);
  return { run, x, baseline, color: inOneColour ? (fill?.color ?? run.color) : null };
}

/** The paths of each run in a group of its own, which is there for a run without ink as well: it may be a space. */
function marked(paths: readonly Path[], first: number, end: number, draw: (path: Path) => string): string[] {
  const groups = Array.from({ length: end - first }, () => "");
  const others: string[] = [];
  for (const path of paths) {
    if (path.mark === NO_MARK) others.push(draw(path));
    else groups[path.mark - first] += draw(path);
  }
  return [...groups.map((group, index) => `<g ${TEXT_MARK}="${first + index}">${group}</g>`), ...others];
}

type PaintedLine = { paths: Path[]; underlines: Underline[]; ink: Bounds | null };

function paintLine(
  line: TextLine,
  layer: TextLayer,
  fonts: FontBook,
  allowance: Allowance,
  marks: TextMark[] | null,
): PaintedLine {
  const paths: Path[] = [];
  const underlines: Underline[] = [];
  const boxes: Bounds[] = [];
  for (const whole of line.runs) {
    const { font: file, fontSize, color, glyphs, underline, ...run } = whole;
    const font = fonts.font(file);
    const isShown = allowance.characters > 0;
    const mark = marks && isShown ? marks.push(markOf(whole, line, layer, font)) - 1 : NO_MARK;
    const scale = fontSize / font.unitsPerEm;
    for (const { id, ...glyph } of glyphs) {
      const x = line.x + glyph.x;
      const y = line.baseline + glyph.y;
      for (const part of font.colourLayers(id) ?? [{ glyph: id, color: null }]) {
        if (allowance.characters <= 0) continue;
        const { commands, values, box } = font.outline(part.glyph);
        if (!box) continue;
        const left = x + box.left * scale;
        const right = x + box.right * scale;
        if (right < -REACH || left > layer.width + REACH) continue;
        const data = glyphPath(commands, values, x, y, scale);
        allowance.characters -= data.length;
        addPath(
          paths,
          { color: part.color ?? color, isText: part.color === null, data, mark },
          layer.fill !== null,
        );
        boxes.push({ left, top: y - box.top * scale, right, bottom: y - box.bottom * scale });
      }
    }
    if (underline) {
      const left = line.x + run.x;
      const top = line.baseline + underline.y;
      underlines.push({
        color,
        box: { left, top, right: left + run.width, bottom: top + underline.thickness },
      });
    }
  }
  return { paths, underlines, ink: unionBounds(boxes) };
}

/** Adds to the last path where both are filled alike, which all letters are under a fill of the layer. */
function addPath(paths: Path[], path: Path, alike: boolean): void {
  const last = paths.at(-1);
  const same =
    last?.isText === path.isText &&
    last.mark === path.mark &&
    (last.color === path.color || (alike && path.isText));
  if (last && same && last.data.length < PATH_LENGTH) last.data += path.data;
  else paths.push(path);
}

function joined(paths: readonly Path[], alike: boolean): Path[] {
  const result: Path[] = [];
  for (const path of paths) addPath(result, { ...path }, alike);
  return result;
}

function clamp(ink: Bounds | null, { width, height }: TextLayer): Bounds | null {
  if (!ink) return null;
  return {
    left: Math.max(ink.left, -REACH),
    top: Math.max(ink.top, -REACH),
    right: Math.min(ink.right, width + REACH),
    bottom: Math.min(ink.bottom, height + REACH),
  };
}
