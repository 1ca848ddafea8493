import type { ShapeLayer } from "@/lib/template/layers/shape";
import { OUTLINE_SIDE, outlineCommands } from "@/lib/template/outline";
import { px } from "./numbers";
import { roundedRect } from "./rounded-rect";

/**
 * Path data of a shape in its box. A rectangle has its corners rounded by `radius`, at most half its shorter
 * side; an ellipse fills the box; polygons and stars stand on the ellipse that fills the box, first tip up;
 * a line runs from left to right through the middle; a path is its own outline, stretched over the box.
 */
export function shapeOutline(layer: ShapeLayer): string {
  const { width, height } = layer;
  switch (layer.shape) {
    case "rectangle":
      return roundedRect({ x: 0, y: 0, width, height }, layer.radius);
    case "ellipse":
      return ellipse(width, height);
    case "line":
      return `M0 ${px(height / 2)}H${px(width)}`;
    case "polygon":
      return closed(corners(width, height, layer.points, () => 1));
    case "path":
      return stretched(layer.outline, width / OUTLINE_SIDE, height / OUTLINE_SIDE);
    case "star":
      return closed(
        corners(width, height, layer.points * 2, (index) => (index % 2 === 0 ? 1 : layer.innerRadius)),
      );
  }
}

function stretched(outline: string, across: number, down: number): string {
  return outlineCommands(outline)
    .map(
      ([letter, numbers]) =>
        letter + numbers.map((value, index) => px(value * (index % 2 === 0 ? across : down))).join(" "),
    )
    .join("");
}

function ellipse(width: number, height: number): string {
  const arc = (x: number) => `A${px(width / 2)} ${px(height / 2)} 0 0 1 ${px(x)} ${px(height / 2)}`;
  return `M0 ${px(height / 2)}${arc(width)}${arc(0)}Z`;
}

type Point = { x: number; y: number };

function corners(width: number, height: number, count: number, radius: (index: number) => number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return {
      x: (width / 2) * (1 + Math.sin(angle) * radius(index)),
      y: (height / 2) * (1 - Math.cos(angle) * radius(index)),
    };
  });
}

function closed(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${px(x)} ${px(y)}`).join("L")}Z`;
}
