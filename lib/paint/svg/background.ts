import type { ResolvedDocument } from "@/lib/template/resolved";
import { fillPaint } from "./fill-paint";

/** The ground of a canvas as SVG elements; empty when it is clear. */
export function backgroundSvg({
  width,
  height,
  background,
}: Pick<ResolvedDocument, "width" | "height" | "background">): string {
  if (!background) return "";
  const { attributes, definition } = fillPaint(background, width, height, "ground");
  return `${definition}<rect width="${width}" height="${height}" ${attributes}/>`;
}
