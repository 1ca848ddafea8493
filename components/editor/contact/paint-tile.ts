import type { ImageBook, Painter } from "@/lib/paint/painter";
import type { ResolvedDocument } from "@/lib/template/resolved";
import { svgImage } from "../pictures/svg-image";

/** A picture of a document to be painted, `width` x `height` device px. */
export type TileInput = { document: ResolvedDocument; width: number; height: number };

/** Paints a whole document small, as its link would; rejects when it is aborted between two steps. */
export async function paintTile(
  { document: resolved, width, height }: TileInput,
  { painter, images, signal }: { painter: Painter; images: ImageBook; signal: AbortSignal },
): Promise<ImageBitmap> {
  const svg = await painter.paintDocument(resolved, images);
  signal.throwIfAborted();
  const image = await svgImage(svg);
  signal.throwIfAborted();
  const canvas = globalThis.document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  // Whole px are a little off the canvas's shape. It is not squeezed into them: what stands over is cut.
  const scale = Math.max(width / resolved.width, height / resolved.height);
  canvas.getContext("2d")?.drawImage(image, 0, 0, resolved.width * scale, resolved.height * scale);
  return createImageBitmap(canvas);
}
