import { TEXT_MARK } from "@/lib/paint/text-marks";
import { invert } from "@/lib/template/geometry";
import { parseTransform } from "../svg-transform";
import { type Paint, parsePaint } from "./pdf-paint";
import { concat, outlineOperators } from "./svg-geometry";
import { referenceOf, type SvgNode } from "./svg-node";

/** Attributes that an element hands down to what it holds (SVG 2, property index). */
export const INHERITED = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "clip-rule",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "stroke-dasharray",
  "stroke-dashoffset",
  "paint-order",
] as const;
export type Style = Readonly<Partial<Record<(typeof INHERITED)[number], string>>>;

const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polygon", "polyline"]);
const ATTRIBUTES = new Set<string>([
  ...INHERITED,
  ..."id transform opacity clip-path mask filter d points x y width height rx ry cx cy r x1 y1 x2 y2".split(
    " ",
  ),
  ..."href preserveAspectRatio xmlns viewBox".split(" "),
  TEXT_MARK,
]);

/** Elements that draw nothing where they stand. */
export const DEFINITIONS = new Set([
  "defs",
  "linearGradient",
  "radialGradient",
  "clipPath",
  "mask",
  "filter",
  "pattern",
]);

export type Filled = { fill: Paint; stroke: Paint };

/** The style of an element: its own attributes over those it inherits. */
export function styleOf({ attributes }: SvgNode, inherited: Style): Style {
  const own = INHERITED.flatMap((name) => {
    const value = attributes[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...inherited, ...Object.fromEntries(own) };
}

/** The paints of a shape; null when one of them cannot be drawn as vectors. */
export function paintsOf(style: Style, elements: ReadonlyMap<string, SvgNode>): Filled | null {
  const fill = parsePaint(style.fill ?? "#000000", elements);
  const stroke = parsePaint(style.stroke ?? "none", elements);
  return fill && stroke && { fill, stroke };
}

/**
 * Whether this writer draws the element itself as vectors, what it holds not counted. Everything else is drawn as
 * pixels.
 */
export function isUnderstood(node: SvgNode, style: Style, elements: ReadonlyMap<string, SvgNode>): boolean {
  const { name, attributes } = node;
  if (!Object.keys(attributes).every((attribute) => ATTRIBUTES.has(attribute))) return false;
  if (parseTransform(attributes.transform) === null) return false;
  const clip = attributes["clip-path"];
  if (clip !== undefined && clipOutline(clip, elements) === null) return false;
  if (attributes.mask !== undefined && (name !== "g" || !maskOf(node, elements))) return false;
  if (attributes.filter !== undefined && (clip !== undefined || name !== "g" || !shadowOf(node, elements)))
    return false;
  if (name === "g" || name === "svg") return true;
  if (name === "image")
    return /^data:image\//.test(attributes.href ?? "") && isPlacing(attributes.preserveAspectRatio);
  return (
    SHAPES.has(name) && paintsOf(style, elements) !== null && (style["paint-order"] ?? "normal") === "normal"
  );
}

function isPlacing(value = "xMidYMid"): boolean {
  return /^(?:none|xMidYMid(?: meet| slice)?)$/.test(value);
}

/** Path operators of an outline; `after` leads back to the coordinates in force before them. */
export type Outline = { operators: string; after: string; isEvenOdd: boolean };

/** The outline of a clip path that holds one shape; null for any other. */
export function clipOutline(value: string, elements: ReadonlyMap<string, SvgNode>): Outline | null {
  const node = elements.get(referenceOf(value) ?? "");
  const [shape, ...others] = node?.children ?? [];
  if (!node || !shape || others.length > 0 || !SHAPES.has(shape.name)) return null;
  const isPlain =
    node.attributes.clipPathUnits !== "objectBoundingBox" && node.attributes.transform === undefined;
  const matrix = parseTransform(shape.attributes.transform);
  if (!isPlain || !matrix || matrix[0] * matrix[3] === matrix[1] * matrix[2]) return null;
  return {
    operators: concat(matrix) + outlineOperators(shape),
    after: concat(invert(matrix)),
    isEvenOdd: shape.attributes["clip-rule"] === "evenodd",
  };
}

/** The mask of an element if it is one by opacity in the element's own coordinates. */
export function maskOf({ attributes }: SvgNode, elements: ReadonlyMap<string, SvgNode>): SvgNode | null {
  const mask = elements.get(referenceOf(attributes.mask) ?? "");
  const isPlain =
    mask?.name === "mask" &&
    mask.attributes["mask-type"] === "alpha" &&
    mask.attributes.maskUnits === "userSpaceOnUse" &&
    mask.attributes.maskContentUnits !== "objectBoundingBox";
  return isPlain ? mask : null;
}

/** The filter of an element if it is one drop shadow in the element's own coordinates. */
export function shadowOf({ attributes }: SvgNode, elements: ReadonlyMap<string, SvgNode>): SvgNode | null {
  const filter = elements.get(referenceOf(attributes.filter) ?? "");
  const [shadow, ...others] = filter?.children ?? [];
  const isShadow = shadow?.name === "feDropShadow" && others.length === 0;
  return filter && isShadow && filter.attributes.filterUnits === "userSpaceOnUse" ? filter : null;
}
