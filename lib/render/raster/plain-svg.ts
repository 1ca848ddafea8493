import { parseColour, type Rgba } from "@/lib/paint/svg/colour";
import { IDENTITY, type Matrix, multiply } from "@/lib/template/geometry";
import { parseTransform } from "../svg-transform";

/** An outline in one colour. `alpha` from 0 to 1 holds all of its opacity. */
export type PlainShape = Rgba & { data: string; matrix: Matrix };

/** Outlines from back to front, and the opacity of them all as one. */
export type PlainPicture = { shapes: readonly PlainShape[]; opacity: number };

const ELEMENT = /<(?:\/g|(g|path|rect)((?: [a-z-]+="[^"]*")*)(\/?))>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
/** Lines and curves; arcs are left to others, and so are numbers that our painter does not write. */
const PATH = /^[MLHVQCZmlhvqcz\d\s.,-]*$/;
const PLAIN_COLOUR = /^#[0-9a-f]{6}$/i;

const KNOWN: Record<string, ReadonlySet<string>> = {
  g: new Set(["transform", "opacity"]),
  path: new Set(["transform", "fill", "fill-opacity", "d"]),
  rect: new Set(["transform", "fill", "fill-opacity", "x", "y", "width", "height"]),
};

/**
 * Reads SVG elements of our own painter that hold nothing but outlines filled with one colour each: letters, emoji,
 * codes, plain shapes. null for anything else (strokes, gradients, pictures, clips, filters), which is for a
 * rasteriser that knows all of SVG.
 */
export function readPlainSvg(svg: string): PlainPicture | null {
  const shapes: PlainShape[] = [];
  const matrices: Matrix[] = [IDENTITY];
  /** Depth of the group that has an opacity; 0 when there is none yet, -1 when it has ended. */
  let opaqueDepth = 0;
  let opacity = 1;
  ELEMENT.lastIndex = 0;
  while (ELEMENT.lastIndex < svg.length) {
    const found = ELEMENT.exec(svg);
    if (!found) return null;
    const [, name, list = "", end] = found;
    if (name === undefined) {
      if (matrices.length === 1) return null;
      if (matrices.length === opaqueDepth) opaqueDepth = -1;
      matrices.pop();
      continue;
    }
    const attributes = attributesOf(list, name);
    const own = attributes && parseTransform(attributes.transform);
    if (!own) return null;
    const matrix = multiply(matrices[matrices.length - 1] ?? IDENTITY, own);
    if (name === "g") {
      if (end) return null;
      matrices.push(matrix);
      if (attributes.opacity !== undefined) {
        // Shapes beside the group would keep their own opacity.
        if (opaqueDepth !== 0 || shapes.length > 0) return null;
        opaqueDepth = matrices.length;
        opacity = Number(attributes.opacity);
      }
      continue;
    }
    if (!end || opaqueDepth === -1) return null;
    if (attributes.fill === "none") continue;
    if (!PLAIN_COLOUR.test(attributes.fill ?? "")) return null;
    const data = name === "path" ? (attributes.d ?? "") : rectangle(attributes);
    if (!PATH.test(data)) return null;
    const colour = parseColour(attributes.fill ?? "");
    shapes.push({ ...colour, alpha: Number(attributes["fill-opacity"] ?? 1), data, matrix });
  }
  return matrices.length === 1 ? { shapes, opacity } : null;
}

type Attributes = Partial<Record<string, string>>;

function attributesOf(list: string, name: string): Attributes | null {
  const attributes: Attributes = {};
  for (const [, key = "", value = ""] of list.matchAll(ATTRIBUTE)) {
    if (!KNOWN[name]?.has(key)) return null;
    attributes[key] = value;
  }
  return attributes;
}

function rectangle({ x = "0", y = "0", width = "0", height = "0" }: Attributes): string {
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}
