import { type RatingLayer, ratingShown } from "@/lib/template/layers/rating";
import { colourAttributes } from "../svg/colour";
import { px } from "../svg/numbers";
import { ratingSymbolPath } from "../svg/rating-symbol";
import type { LayerPainter } from "./layer-painter";

/**
 * The symbols in a row in the middle of the box, as large as fits. One that is filled in part is cut upright, and
 * its two parts do not lie on each other, so that colours that shine through stay what they are.
 */
export const ratingPainter: LayerPainter<RatingLayer> = {
  paint(layer) {
    const { maximum, symbol, color, emptyColor, id } = layer;
    const { left, top, side, step } = rowOf(layer);
    const shown = ratingShown(layer);
    const whole = Math.floor(shown);
    const part = shown - whole;
    const symbols = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) =>
        ratingSymbolPath(symbol, left + (from + index) * step, top, side),
      ).join("");
    const painted = (data: string, ink: string | null, clip = "") =>
      data === "" || ink === null ? "" : `<path d="${data}" ${colourAttributes("fill", ink)}${clip}/>`;
    const cut = (name: string, from: number, to: number, ink: string | null) => {
      const x = left + whole * step + from * side;
      const box = `<rect x="${px(x)}" y="${px(top)}" width="${px((to - from) * side)}" height="${px(side)}"/>`;
      const path = painted(symbols(whole, whole + 1), ink, ` clip-path="url(#${id}.${name})"`);
      return path && `<clipPath id="${id}.${name}">${box}</clipPath>${path}`;
    };
    const svg = [
      painted(symbols(0, whole), color),
      part > 0 ? cut("full", 0, part, color) + cut("empty", part, 1, emptyColor) : "",
      painted(symbols(part > 0 ? whole + 1 : whole, maximum), emptyColor),
    ].join("");
    const right = left + (maximum - 1) * step + side;
    return { svg, ink: svg === "" ? null : { left, top, right, bottom: top + side } };
  },
};

/** Where the symbols stand, px; gaps give way once they take more than half of the row. */
function rowOf({ width, height, maximum, gap }: RatingLayer) {
  const room = Math.max((width - gap * (maximum - 1)) / maximum, width / (2 * maximum));
  const side = Math.min(height, room);
  const between = maximum === 1 ? 0 : Math.min(gap, (width - side * maximum) / (maximum - 1));
  const length = side * maximum + between * (maximum - 1);
  return { left: (width - length) / 2, top: (height - side) / 2, side, step: side + between };
}
