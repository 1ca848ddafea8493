import { encode } from "uqr";
import type { QrLayer } from "@/lib/template/layers/qr";
import { LIMITS } from "@/lib/template/limits";
import { colourAttributes } from "../svg/colour";
import { px } from "../svg/numbers";
import type { LayerPainter } from "./layer-painter";
import { moduleSize, moduleStart } from "./modules";

/**
 * A QR code in the largest square that fits the box, centred. Modules are whole pixels where there is room for
 * that, so that they are sharp; the background fills the whole box. An empty text, and one longer than
 * LIMITS.qrBytes, leaves the background alone.
 */
export const qrPainter: LayerPainter<QrLayer> = {
  paint(layer) {
    const { width, height } = layer;
    const card = layer.background
      ? `<rect width="${px(width)}" height="${px(height)}" ${colourAttributes("fill", layer.background)}/>`
      : "";
    const modules = modulesOf(layer);
    const svg = modules
      ? `${card}<path ${colourAttributes("fill", layer.color)} d="${modulePath(modules, layer)}"/>`
      : card;
    return { svg, ink: svg === "" ? null : { left: 0, top: 0, right: width, bottom: height } };
  },
};

function modulesOf({ text, level }: QrLayer): boolean[][] | null {
  if (text === "" || new TextEncoder().encode(text).length > LIMITS.qrBytes) return null;
  return encode(text, { ecc: level, border: 0, boostEcc: false }).data;
}

/** One rectangle for each stretch of dark modules in a row, all in one path. */
function modulePath(modules: readonly boolean[][], { width, height, margin }: QrLayer): string {
  const count = modules.length + 2 * margin;
  const size = moduleSize(Math.min(width, height) / count);
  const left = moduleStart(width, modules.length, size);
  const top = moduleStart(height, modules.length, size);
  let data = "";
  for (const [row, cells] of modules.entries()) {
    let column = 0;
    while (column < cells.length) {
      let end = column;
      while (cells[end]) end += 1;
      if (end > column) {
        const length = px((end - column) * size);
        data += `M${px(left + column * size)} ${px(top + row * size)}h${length}v${px(size)}h-${length}z`;
      }
      column = end + 1;
    }
  }
  return data;
}
