import { invert, type Rect } from "@/lib/template/geometry";
import { imageOperators } from "./draw-image";
import type { Drawing, Place } from "./drawing";
import { rasterPart, regionOnPage } from "./raster-part";
import { concat } from "./svg-geometry";
import type { SvgNode } from "./svg-node";
import { DEFINITIONS, type Style } from "./understood";

/** The shadow alone, as pixels: PDF has no blur. What casts it is drawn over it as vectors. */
export async function drawShadow(
  node: SvgNode,
  filter: SvgNode,
  place: Place,
  style: Style,
  drawing: Drawing,
): Promise<string> {
  const at = (key: string) => Number(filter.attributes[key] ?? 0);
  const local = { x: at("x"), y: at("y"), width: at("width"), height: at("height") };
  const { dx = "0", dy = "0", stdDeviation = "0", ...flood } = filter.children[0]?.attributes ?? {};
  const steps =
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${stdDeviation}"/><feOffset dx="${dx}" dy="${dy}" result="cast"/>` +
    `<feFlood${written(flood)}/><feComposite in2="cast" operator="in"/>`;
  const cast = `<filter${written({ ...filter.attributes, id: "cast-shadow" })}>${steps}</filter>`;
  const inside = node.children.map(({ source }) => source).join("");
  const region = regionOnPage(local, place.toPage, drawing.page);
  return drawPixels(`${cast}<g filter="url(#cast-shadow)">${inside}</g>`, style, region, place, drawing);
}

/** A part of the document as pixels; `region` is what of the page it can reach. */
export async function drawPixels(
  source: string,
  style: Style,
  region: Rect,
  { toPage }: Place,
  { elements, objects, pictures }: Drawing,
): Promise<string> {
  const definitions = Array.from(elements.values(), (node) =>
    DEFINITIONS.has(node.name) ? node.source : "",
  );
  const part = await rasterPart(`${definitions.join("")}<g${written(style)}>${source}</g>`, toPage, region);
  if (part === null) return "";
  const name = objects.picture(pictures.pixels(part.pixels).reference);
  return `q\n${concat(invert(toPage))}${imageOperators(name, part)}Q\n`;
}

function written(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}
