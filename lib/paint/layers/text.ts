import type { TextLayer } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import { type Bounds, unionBounds } from "../bounds";
import type { FontBook } from "../font-book";
import { colourAttributes } from "../svg/colour";
import { GLYPH_PATH_TRANSFORM, glyphPath } from "../svg/glyph-path";
import { px } from "../svg/numbers";
import type { GlyphRun, TextLine } from "../text-layout";
import type { LayerPainter } from "./layer-painter";

/** Lines further than the largest canvas from the box are never seen; leaving them out bounds the picture. */
const REACH = LIMITS.canvasSide;

/** Glyph outlines, one path for neighbouring runs of one colour, and underlines on top of them. */
export const textPainter: LayerPainter<TextLayer> = {
  paint(layer, { layoutText, fonts }) {
    const lines = layoutText(layer).lines.filter(
      (line) => line.top + line.height > -REACH && line.top < layer.height + REACH,
    );
    const paths: { color: string; data: string }[] = [];
    const underlines: string[] = [];
    const ink: (Bounds | null)[] = [];
    for (const line of lines) {
      for (const run of line.runs) {
        const { data, bounds } = paintRun(run, line, fonts);
        const last = paths.at(-1);
        if (last?.color === run.color) last.data += data;
        else paths.push({ color: run.color, data });
        ink.push(bounds);
        if (run.underline) {
          const top = line.baseline + run.underline.y;
          const left = line.x + run.x;
          underlines.push(
            `<rect x="${px(left)}" y="${px(top)}" width="${px(run.width)}" height="${px(run.underline.thickness)}" ${colourAttributes("fill", run.color)}/>`,
          );
          ink.push({ left, top, right: left + run.width, bottom: top + run.underline.thickness });
        }
      }
    }
    const outlines = paths
      .filter(({ data }) => data !== "")
      .map(
        ({ color, data }) =>
          `<path transform="${GLYPH_PATH_TRANSFORM}" ${colourAttributes("fill", color)} d="${data}"/>`,
      );
    return { svg: outlines.concat(underlines).join(""), ink: clamp(unionBounds(ink), layer) };
  },
  texts: (layer) => [layer],
};

function paintRun(run: GlyphRun, line: TextLine, fonts: FontBook): { data: string; bounds: Bounds | null } {
  const font = fonts.font(run.font);
  const scale = run.fontSize / font.unitsPerEm;
  let data = "";
  const boxes: Bounds[] = [];
  for (const glyph of run.glyphs) {
    const x = line.x + glyph.x;
    const y = line.baseline + glyph.y;
    const { commands, values, box } = font.outline(glyph.id);
    if (!box) continue;
    data += glyphPath(commands, values, x, y, scale);
    boxes.push({
      left: x + box.left * scale,
      top: y - box.top * scale,
      right: x + box.right * scale,
      bottom: y - box.bottom * scale,
    });
  }
  return { data, bounds: unionBounds(boxes) };
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
