import type { Rect } from "@/lib/template/geometry";
import type { Drawing } from "./drawing";
import { concat, pdfNumbers } from "./svg-geometry";
import type { SvgNode } from "./svg-node";

/** The content that draws an `image` element. */
export async function drawImage({ attributes }: SvgNode, opacity: number, drawing: Drawing): Promise<string> {
  const { href = "", preserveAspectRatio = "xMidYMid" } = attributes;
  const at = (key: string) => Number(attributes[key] ?? 0);
  const box = { x: at("x"), y: at("y"), width: at("width"), height: at("height") };
  if (box.width <= 0 || box.height <= 0) return "";
  const picture = await drawing.pictures.picture(href);
  const name = drawing.objects.picture(picture.reference);
  const state = opacity < 1 ? `/${drawing.objects.state({ ca: opacity })} gs\n` : "";
  if (preserveAspectRatio === "none") return state + imageOperators(name, box);
  const [horizontal, vertical] = [box.width / picture.width, box.height / picture.height];
  const isSlice = preserveAspectRatio.endsWith("slice");
  const scale = isSlice ? Math.max(horizontal, vertical) : Math.min(horizontal, vertical);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const x = box.x + (box.width - width) / 2;
  const y = box.y + (box.height - height) / 2;
  const cut = isSlice ? `${pdfNumbers([box.x, box.y, box.width, box.height])} re W n\n` : "";
  return state + cut + imageOperators(name, { x, y, width, height });
}

/** A picture fills the unit square upside down against our coordinates. */
export function imageOperators(name: string, { x, y, width, height }: Rect): string {
  return `q\n${concat([width, 0, 0, -height, x, y + height])}/${name} Do\nQ\n`;
}
