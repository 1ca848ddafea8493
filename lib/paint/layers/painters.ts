import type { ResolvedLayer } from "@/lib/template/resolved";
import { paintGroup } from "./group";
import { paintImage } from "./image";
import type { LayerPainter, PaintContext, Painted } from "./layer-painter";
import { paintQr } from "./qr";
import { paintShape } from "./shape";
import { paintText } from "./text";

type Painters = { [T in ResolvedLayer["type"]]: LayerPainter<Extract<ResolvedLayer, { type: T }>> };

/** One painter for each type of layer. */
const PAINTERS: Painters = {
  text: paintText,
  image: paintImage,
  shape: paintShape,
  qr: paintQr,
  group: paintGroup,
};

/** Paints a layer with the painter of its type. */
export function paintByType<T extends ResolvedLayer["type"]>(
  layer: Extract<ResolvedLayer, { type: T }>,
  context: PaintContext,
): Painted | Promise<Painted> {
  const paint: Painters[T] = PAINTERS[layer.type as T];
  return paint(layer, context);
}
