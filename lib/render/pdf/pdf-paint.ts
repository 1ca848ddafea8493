import { parseColour } from "@/lib/paint/svg/colour";
import { type Matrix, multiply } from "@/lib/template/geometry";
import { parseTransform } from "../svg-transform";
import type { PdfBox, PdfDictionary, PdfObjects } from "./pdf-objects";
import { pdfNumbers } from "./svg-geometry";
import { referenceOf, type SvgNode } from "./svg-node";

type Stop = { offset: number; color: readonly [number, number, number]; alpha: number };

export type Gradient = {
  type: 2 | 3;
  coordinates: readonly number[];
  matrix: Matrix;
  stops: readonly Stop[];
};

/** What a fill or a stroke is painted with. Colours from 0 to 1. */
export type Paint =
  | { kind: "none" }
  | { kind: "plain"; color: readonly [number, number, number]; alpha: number }
  | { kind: "gradient"; gradient: Gradient };

/** Reads a `fill` or `stroke`; null when it is something this writer cannot draw as vectors. */
export function parsePaint(value: string, elements: ReadonlyMap<string, SvgNode>): Paint | null {
  if (value === "none") return { kind: "none" };
  const plain = parseColourValue(value);
  if (plain) return { kind: "plain", ...plain };
  const node = elements.get(referenceOf(value) ?? "");
  const gradient = node && parseGradient(node);
  return gradient ? { kind: "gradient", gradient } : null;
}

function parseColourValue(value: string): Pick<Stop, "color" | "alpha"> | null {
  const hex = /^#[0-9a-f]{3}$/i.test(value) ? value.replace(/[0-9a-f]/gi, "$&$&") : value;
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const { red, green, blue, alpha } = parseColour(hex.toLowerCase());
  return { color: [red / 255, green / 255, blue / 255], alpha };
}

function parseGradient({ name, attributes, children }: SvgNode): Gradient | null {
  const matrix = parseTransform(attributes.gradientTransform);
  const stops = children.map(parseStop);
  if (attributes.gradientUnits !== "userSpaceOnUse" || !matrix || stops.includes(null)) return null;
  const at = (key: string) => Number(attributes[key] ?? 0);
  const whole = wholeStops(stops.flatMap((stop) => stop ?? []));
  if (whole.length === 0 || (attributes.spreadMethod ?? "pad") !== "pad") return null;
  if (name === "linearGradient") {
    return { type: 2, coordinates: [at("x1"), at("y1"), at("x2"), at("y2")], matrix, stops: whole };
  }
  const isCentred = attributes.fx === undefined && attributes.fy === undefined;
  if (name !== "radialGradient" || !isCentred) return null;
  return { type: 3, coordinates: [at("cx"), at("cy"), 0, at("cx"), at("cy"), at("r")], matrix, stops: whole };
}

function parseStop({ attributes }: SvgNode): Stop | null {
  const color = parseColourValue(attributes["stop-color"] ?? "#000000");
  const offset = Number(attributes.offset ?? 0);
  if (!color || Number.isNaN(offset)) return null;
  return { ...color, offset, alpha: Number(attributes["stop-opacity"] ?? 1) };
}

/** The stops from 0 to 1 without a gap at either end. */
function wholeStops(stops: readonly Stop[]): Stop[] {
  const [first] = stops;
  const last = stops.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    ...(first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ];
}

export type PaintPlace = {
  objects: PdfObjects;
  /** From the coordinates in force to those that the content began with. */
  toBase: Matrix;
  /** What is visible of the page, in the coordinates in force. */
  visible: PdfBox;
};

/** Operators that make the next fill (or stroke) use the paint, whose opacity is multiplied by `alpha`. */
export function paintOperators(
  paint: Paint,
  alpha: number,
  what: "fill" | "stroke",
  place: PaintPlace,
): string {
  const { objects, toBase } = place;
  const opacity = (value: number): PdfDictionary => (what === "fill" ? { ca: value } : { CA: value });
  if (paint.kind === "none") return "";
  if (paint.kind === "plain") {
    return `${stateOperator(objects, opacity(alpha * paint.alpha))}${pdfNumbers(paint.color)} ${what === "fill" ? "rg" : "RG"}\n`;
  }
  const { gradient } = paint;
  const matrix = multiply(toBase, gradient.matrix);
  const pattern = objects.pattern({ Shading: shading(gradient, "DeviceRGB"), Matrix: [...matrix] });
  const [first] = gradient.stops;
  const isEven = gradient.stops.every((stop) => stop.alpha === first?.alpha);
  const state = isEven
    ? stateOperator(objects, opacity(alpha * (first?.alpha ?? 1)))
    : `${stateOperator(objects, opacity(alpha))}${maskOperator(gradient, place)}`;
  const [space, set] = what === "fill" ? ["cs", "scn"] : ["CS", "SCN"];
  return `${state}/Pattern ${space}\n/${pattern} ${set}\n`;
}

function stateOperator(objects: PdfObjects, dictionary: PdfDictionary): string {
  return `/${objects.state(dictionary)} gs\n`;
}

/** A soft mask whose light is the gradient's opacity: shadings have colours alone (ISO 32000-1, 11.6.5.2). */
function maskOperator(gradient: Gradient, { objects, visible }: PaintPlace): string {
  const [left, top, right, bottom] = visible;
  const pattern = objects.pattern({ Shading: shading(gradient, "DeviceGray"), Matrix: [...gradient.matrix] });
  const content = `/Pattern cs\n/${pattern} scn\n${pdfNumbers([left, top, right - left, bottom - top])} re f\n`;
  const { reference } = objects.group(content, visible, "DeviceGray");
  return `/${objects.state({ SMask: { Type: "Mask", S: "Luminosity", G: reference } })} gs\n`;
}

function shading({ type, coordinates, stops }: Gradient, space: "DeviceRGB" | "DeviceGray") {
  const values = ({ color, alpha }: Stop) => (space === "DeviceRGB" ? [...color] : [alpha]);
  const steps = stops.slice(1).flatMap((to, index) => {
    const from = stops[index];
    // Two stops in one place are a hard edge, which the change of functions is.
    return from === undefined || from.offset >= to.offset ? [] : [{ from, to }];
  });
  const functions = steps.map(({ from, to }) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: values(from),
    C1: values(to),
    N: 1,
  }));
  return {
    ShadingType: type,
    ColorSpace: space,
    Coords: [...coordinates],
    Extend: [true, true],
    Function: {
      FunctionType: 3,
      Domain: [0, 1],
      Functions: functions,
      Bounds: steps.slice(1).map(({ from }) => from.offset),
      Encode: steps.flatMap(() => [0, 1]),
    },
  };
}
