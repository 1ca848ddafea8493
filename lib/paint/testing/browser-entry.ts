import type { ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolved";
import { createPainter, type PaintImage } from "../painter";
import { satoriBrowser } from "../satori-browser";

async function loadFont(file: string): Promise<Uint8Array> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const painter = createPainter({ loadFont, satori: await satoriBrowser() });

const paintInBrowser = async (layer: ResolvedLayer, image: PaintImage) =>
  (await painter.paintLayer(layer, (source: ResolvedImageSource) => (source.kind === "none" ? null : image)))
    .svg;

declare global {
  var paintInPage: typeof paintInBrowser;
}
globalThis.paintInPage = paintInBrowser;
