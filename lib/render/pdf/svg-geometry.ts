import svgPath from "svgpath";
import { IDENTITY, type Matrix } from "@/lib/template/geometry";
import type { SvgNode } from "./svg-node";

/** A number of a content stream: five decimals, never an exponent. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1e5) / 1e5 + 0);
}

export function pdfNumbers(values: readonly number[]): string {
  return values.map(pdfNumber).join(" ");
}

/** The operator that lays a matrix over the coordinates that follow; nothing for the matrix that changes nothing. */
export function concat(matrix: Matrix): string {
  return matrix.every((value, index) => value === IDENTITY[index]) ? "" : `${pdfNumbers(matrix)} cm\n`;
}

/** The outline of a shape as path operators; empty for a shape without area and for paths that cannot be read. */
export function outlineOperators({ name, attributes }: SvgNode): string {
  const length = (key: string, otherwise = 0) => Number(attributes[key] ?? otherwise);
  switch (name) {
    case "path":
      return pathOperators(attributes.d ?? "");
    case "rect": {
      const [x, y, width, height] = [length("x"), length("y"), length("width"), length("height")];
      if (width <= 0 || height <= 0) return "";
      const rx = Math.min(width / 2, length("rx", length("ry")));
      const ry = Math.min(height / 2, length("ry", length("rx")));
      if (rx <= 0 || ry <= 0) return `${pdfNumbers([x, y, width, height])} re\n`;
      const arc = (toX: number, toY: number) => `A${rx} ${ry} 0 0 1 ${toX} ${toY}`;
      return pathOperators(
        `M${x + rx} ${y}H${x + width - rx}${arc(x + width, y + ry)}V${y + height - ry}${arc(x + width - rx, y + height)}` +
          `H${x + rx}${arc(x, y + height - ry)}V${y + ry}${arc(x + rx, y)}Z`,
      );
    }
    case "circle":
    case "ellipse": {
      const rx = length(name === "circle" ? "r" : "rx");
      const ry = length(name === "circle" ? "r" : "ry");
      const [left, right, cy] = [length("cx") - rx, length("cx") + rx, length("cy")];
      if (rx <= 0 || ry <= 0) return "";
      return pathOperators(
        `M${left} ${cy}A${rx} ${ry} 0 0 1 ${right} ${cy}A${rx} ${ry} 0 0 1 ${left} ${cy}Z`,
      );
    }
    case "line":
      return pathOperators(`M${length("x1")} ${length("y1")}L${length("x2")} ${length("y2")}`);
    case "polygon":
    case "polyline":
      return pathOperators(`M${attributes.points ?? ""}${name === "polygon" ? "Z" : ""}`);
    default:
      return "";
  }
}

/** Path data with lines and cubic curves only: PDF has no arcs and no quadratic curves (ISO 32000-1, 8.5.2). */
function pathOperators(data: string): string {
  const lines: string[] = [];
  svgPath(data)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _index, x, y) => {
      switch (segment[0]) {
        case "M":
          lines.push(`${pdfNumbers([segment[1], segment[2]])} m`);
          break;
        case "L":
          lines.push(`${pdfNumbers([segment[1], segment[2]])} l`);
          break;
        case "H":
          lines.push(`${pdfNumbers([segment[1], y])} l`);
          break;
        case "V":
          lines.push(`${pdfNumbers([x, segment[1]])} l`);
          break;
        case "C":
          lines.push(`${pdfNumbers(segment.slice(1).map(Number))} c`);
          break;
        case "Q": {
          // The same curve as a cubic one: its handles lie at two thirds of the way to the quadratic one's.
          const [, cx, cy, toX, toY] = segment;
          const third = (from: number, handle: number) => from + ((handle - from) * 2) / 3;
          lines.push(
            `${pdfNumbers([third(x, cx), third(y, cy), third(toX, cx), third(toY, cy), toX, toY])} c`,
          );
          break;
        }
        case "Z":
        case "z":
          lines.push("h");
          break;
      }
    });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
