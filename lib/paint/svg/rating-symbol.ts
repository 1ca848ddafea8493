import type { RatingSymbol } from "@/lib/template/layers/rating";
import { px } from "./numbers";

/** Inner radius of the star as a share of its outer one. */
const STAR_WAIST = 0.44;
const STAR_TIPS = 5;

/** Path data of a symbol in a square with this side and top left corner, px. */
export function ratingSymbolPath(symbol: RatingSymbol, left: number, top: number, side: number): string {
  const at = (x: number, y: number) => `${px(left + x * side)} ${px(top + y * side)}`;
  switch (symbol) {
    case "star":
      return star(at);
    case "heart":
      return heart(at);
    case "circle": {
      const r = px(side / 2);
      return `M${at(0, 0.5)}A${r} ${r} 0 0 1 ${at(1, 0.5)}A${r} ${r} 0 0 1 ${at(0, 0.5)}Z`;
    }
  }
}

type At = (x: number, y: number) => string;

/** As wide as the square, and in the middle of its height. */
function star(at: At): string {
  const step = Math.PI / STAR_TIPS;
  const radius = 0.5 / Math.sin(2 * step);
  const centre = 0.5 + (radius * (1 - Math.cos(step))) / 2;
  const points = Array.from({ length: STAR_TIPS * 2 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * STAR_WAIST;
    return at(0.5 + reach * Math.sin(index * step), centre - reach * Math.cos(index * step));
  });
  return `M${points.join("L")}Z`;
}

function heart(at: At): string {
  return [
    `M${at(0.5, 0.94)}`,
    `C${at(0.2, 0.7)} ${at(0, 0.54)} ${at(0, 0.33)}`,
    `C${at(0, 0.18)} ${at(0.12, 0.06)} ${at(0.27, 0.06)}`,
    `C${at(0.37, 0.06)} ${at(0.46, 0.12)} ${at(0.5, 0.2)}`,
    `C${at(0.54, 0.12)} ${at(0.63, 0.06)} ${at(0.73, 0.06)}`,
    `C${at(0.88, 0.06)} ${at(1, 0.18)} ${at(1, 0.33)}`,
    `C${at(1, 0.54)} ${at(0.8, 0.7)} ${at(0.5, 0.94)}Z`,
  ].join("");
}
