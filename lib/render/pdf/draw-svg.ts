import { TEXT_MARK } from "@/lib/paint/text-marks";
import { IDENTITY, multiply } from "@/lib/template/geometry";
import { parseTransform } from "../svg-transform";
import { drawImage } from "./draw-image";
import { drawPixels, drawShadow } from "./draw-pixels";
import { drawText, drawUnseenText } from "./draw-text";
import { type Drawing, type Place, visibleBox } from "./drawing";
import { type PaintPlace, paintOperators } from "./pdf-paint";
import { concat, outlineOperators, pdfNumber, pdfNumbers } from "./svg-geometry";
import type { SvgNode } from "./svg-node";
import {
  clipOutline,
  DEFINITIONS,
  isUnderstood,
  maskOf,
  paintsOf,
  type Style,
  shadowOf,
  styleOf,
} from "./understood";

const CAPS: Record<string, number> = { butt: 0, round: 1, square: 2 };
const JOINS: Record<string, number> = { miter: 0, round: 1, bevel: 2 };

/** The content that draws an element, back to front. What cannot be drawn as vectors is placed as pixels. */
export async function drawNode(
  node: SvgNode,
  place: Place,
  inherited: Style,
  drawing: Drawing,
): Promise<string> {
  if (DEFINITIONS.has(node.name)) return "";
  const style = styleOf(node, inherited);
  if (!isUnderstood(node, style, drawing.elements)) {
    const whole = { x: 0, y: 0, ...drawing.page };
    return (await drawPixels(node.source, inherited, whole, place, drawing)) + unseenTexts(node, drawing);
  }
  const own = parseTransform(node.attributes.transform) ?? IDENTITY;
  const here = { toPage: multiply(place.toPage, own), toBase: multiply(place.toBase, own) };
  const [a, b, c, d] = here.toPage;
  if (Math.abs(a * d - b * c) < 1e-12) return "";
  const clip = node.attributes["clip-path"];
  const outline = clip === undefined ? null : clipOutline(clip, drawing.elements);
  const clipping = outline ? `${outline.operators}${outline.isEvenOdd ? "W*" : "W"} n\n${outline.after}` : "";
  const content = await drawContent(node, here, style, drawing);
  return content === "" ? "" : `q\n${concat(own)}${clipping}${content}Q\n`;
}

async function drawContent(node: SvgNode, place: Place, style: Style, drawing: Drawing): Promise<string> {
  const opacity = Number(node.attributes.opacity ?? 1);
  if (node.name === "image") return drawImage(node, opacity, drawing);
  if (node.name !== "g" && node.name !== "svg") return drawShape(node, opacity, place, style, drawing);
  const inside = (inner: Place) => drawGroup(node, inner, style, drawing);
  const mask = maskOf(node, drawing.elements);
  const cutting = mask ? await maskOperator(mask, place, drawing) : "";
  if (opacity === 1 && !mask) return inside(place);
  const drawn = cutting + (await asOne(inside, opacity, place, drawing));
  return mask ? `q\n${drawn}Q\n${unseenTexts(mask, drawing)}` : drawn;
}

/** Texts of what is not drawn as it stands, at their places: the letters of a mask, or of pixels. */
function unseenTexts(node: SvgNode, drawing: Drawing): string {
  const mark = drawing.marks?.[Number(node.attributes[TEXT_MARK] ?? Number.NaN)];
  const matrix = parseTransform(node.attributes.transform);
  if (!drawing.marks || !matrix) return "";
  const inside = mark
    ? drawUnseenText(mark, drawing)
    : node.children.map((child) => unseenTexts(child, drawing)).join("");
  return inside === "" ? "" : `q\n${concat(matrix)}${inside}Q\n`;
}

/** Makes what follows show as far as a mask has ink (ISO 32000-1, 11.6.5.2). A mask inherits nothing from here. */
async function maskOperator(mask: SvgNode, { toPage }: Place, drawing: Drawing): Promise<string> {
  const { objects, page } = drawing;
  const parts: string[] = [];
  for (const child of mask.children) {
    parts.push(await drawNode(child, { toPage, toBase: IDENTITY }, {}, { ...drawing, marks: null }));
  }
  const { reference } = objects.group(parts.join(""), visibleBox(toPage, page), "DeviceRGB");
  return `/${objects.state({ SMask: { Type: "Mask", S: "Alpha", G: reference } })} gs\n`;
}

async function drawGroup(node: SvgNode, place: Place, style: Style, drawing: Drawing): Promise<string> {
  const mark = drawing.marks?.[Number(node.attributes[TEXT_MARK] ?? Number.NaN)];
  const text = mark ? await drawText(mark, place, drawing) : null;
  if (text !== null) return text;
  const filter = shadowOf(node, drawing.elements);
  const parts = filter ? [await drawShadow(node, filter, place, style, drawing)] : [];
  for (const child of node.children) parts.push(await drawNode(child, place, style, drawing));
  if (mark) parts.push(drawUnseenText(mark, drawing));
  return parts.join("");
}

/** Content that is made transparent as a whole. Inside, coordinates begin anew. */
async function asOne(
  inside: (place: Place) => Promise<string>,
  opacity: number,
  { toPage }: Place,
  { objects, page }: Drawing,
): Promise<string> {
  const content = await inside({ toPage, toBase: IDENTITY });
  if (content === "") return "";
  const { name } = objects.group(content, visibleBox(toPage, page), "DeviceRGB");
  return `/${objects.state({ ca: opacity, CA: opacity })} gs\n/${name} Do\n`;
}

async function drawShape(
  node: SvgNode,
  opacity: number,
  place: Place,
  style: Style,
  drawing: Drawing,
): Promise<string> {
  const outline = outlineOperators(node);
  const paints = paintsOf(style, drawing.elements);
  if (outline === "" || paints === null) return "";
  const { fill, stroke } = paints;
  const hasStroke = stroke.kind !== "none" && Number(style["stroke-width"] ?? 1) > 0;
  const draw = (alpha: number) => async (inner: Place) => {
    const at: PaintPlace = {
      objects: drawing.objects,
      toBase: inner.toBase,
      visible: visibleBox(inner.toPage, drawing.page),
    };
    const shareOf = (name: "fill-opacity" | "stroke-opacity") => alpha * Number(style[name] ?? 1);
    const filled =
      fill.kind === "none"
        ? ""
        : `q\n${paintOperators(fill, shareOf("fill-opacity"), "fill", at)}${outline}${style["fill-rule"] === "evenodd" ? "f*" : "f"}\nQ\n`;
    const stroked = hasStroke
      ? `q\n${paintOperators(stroke, shareOf("stroke-opacity"), "stroke", at)}${lineOperators(style)}${outline}S\nQ\n`
      : "";
    return filled + stroked;
  };
  const isTwofold = fill.kind !== "none" && hasStroke;
  return opacity < 1 && isTwofold ? asOne(draw(1), opacity, place, drawing) : draw(opacity)(place);
}

function lineOperators(style: Style): string {
  const dashes = (style["stroke-dasharray"] ?? "none") === "none" ? "" : (style["stroke-dasharray"] ?? "");
  const lengths = dashes
    .split(/[\s,]+/)
    .filter((length) => length !== "")
    .map(Number);
  return [
    `${pdfNumber(Number(style["stroke-width"] ?? 1))} w`,
    `${CAPS[style["stroke-linecap"] ?? "butt"] ?? 0} J`,
    `${JOINS[style["stroke-linejoin"] ?? "miter"] ?? 0} j`,
    `${pdfNumber(Number(style["stroke-miterlimit"] ?? 4))} M`,
    `[${pdfNumbers(lengths)}] ${pdfNumber(Number(style["stroke-dashoffset"] ?? 0))} d\n`,
  ].join("\n");
}
