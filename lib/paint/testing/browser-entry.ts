import type { TextLayer } from "@/lib/template/layers/text";
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

async function layoutInBrowser(layers: TextLayer[]): Promise<string[]> {
  await painter.prepare({ layers });
  return layers.map((layer) => JSON.stringify(painter.layoutText(layer)));
}

declare global {
  var paintInPage: typeof paintInBrowser;
  var layoutInPage: typeof layoutInBrowser;
}
globalThis.paintInPage = paintInBrowser;
globalThis.layoutInPage = layoutInBrowser;
