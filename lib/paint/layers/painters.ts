import type { TextLayer } from "@/lib/template/layers/text";
import type { ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolved";
import { barcodePainter } from "./barcode";
import { chartPainter } from "./chart";
import { countdownPainter } from "./countdown";
import { groupPainter } from "./group";
import { imagePainter } from "./image";
import type { LayerPainter, PaintContext, Painted } from "./layer-painter";
import { progressPainter } from "./progress";
import { qrPainter } from "./qr";
import { ratingPainter } from "./rating";
import { shapePainter } from "./shape";
import { textPainter } from "./text";

type LayerType = ResolvedLayer["type"];
type LayerOf = { [T in LayerType]: Extract<ResolvedLayer, { type: T }> };
type Painters = { [T in LayerType]: LayerPainter<LayerOf[T]> };

/** One painter for each type of layer. */
const PAINTERS: Painters = {
  text: textPainter,
  image: imagePainter,
  shape: shapePainter,
  qr: qrPainter,
  barcode: barcodePainter,
  progress: progressPainter,
  rating: ratingPainter,
  chart: chartPainter,
  countdown: countdownPainter,
  group: groupPainter,
};

/** Paints a layer with the painter of its type. */
export function paintByType<T extends LayerType>(
  layer: LayerOf[T] & { type: T },
  context: PaintContext,
): Painted | Promise<Painted> {
  const type: T = layer.type;
  return PAINTERS[type].paint(layer, context);
}

/** The text layers that a layer lays out, those of its children included. */
export function textsOf<T extends LayerType>(layer: LayerOf[T] & { type: T }): TextLayer[] {
  const type: T = layer.type;
  return PAINTERS[type].texts?.(layer, textsOf) ?? [];
}

/** The pictures that a layer may show, those of its children included. */
export function sourcesOf<T extends LayerType>(layer: LayerOf[T] & { type: T }): ResolvedImageSource[] {
  const type: T = layer.type;
  return PAINTERS[type].sources?.(layer, sourcesOf) ?? [];
}
