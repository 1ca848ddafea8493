import type { PaintUnit } from "@/lib/editor/scene";
import type { LayerPicture, Painter } from "@/lib/paint/painter";
import type { ResolvedDocument, ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolved";
import type { PictureShelf } from "./picture-shelf";
import { sourceKey } from "./picture-shelf";
import { svgImage } from "./svg-image";

/** A painted layer, ready to be drawn; `unit` is what it was painted from. */
export type LayerShot = { unit: PaintUnit; picture: Omit<LayerPicture, "svg">; image: HTMLImageElement };

/** Painted layers of one editor. What was painted lately is kept, so undo and switching rows paint nothing anew. */
export type LayerShots = {
  layer: (unit: PaintUnit) => Promise<LayerShot>;
  canvas: (canvas: ResolvedDocument) => Promise<HTMLImageElement>;
  /** How often the painter was asked since the editor opened. */
  paints: () => number;
};

/** Pictures kept; each is an SVG in memory, a photograph inside it the largest part. */
const KEPT = 120;

export function createLayerShots(painter: Promise<Painter>, shelf: PictureShelf): LayerShots {
  const kept = new Map<string, Promise<LayerShot>>();
  let paints = 0;

  async function paint(unit: PaintUnit): Promise<LayerShot> {
    const ready = await painter;
    paints += 1;
    const { svg, ...picture } = await ready.paintLayer(unit.layer, shelf.image);
    return { unit, picture, image: await svgImage(svg) };
  }

  return {
    paints: () => paints,
    layer: async (unit) => {
      const key = `${unit.paintKey} ${imagesKey(unit.layer, shelf)}`;
      const shot = kept.get(key) ?? paint(unit);
      kept.delete(key);
      kept.set(key, shot);
      shot.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      const { picture, image } = await shot;
      return { unit, picture, image };
    },
    canvas: async (canvas) => {
      const ready = await painter;
      return svgImage(await ready.paintDocument(canvas, shelf.image));
    },
  };
}

/** The outside pictures a layer shows, its replacement and its children's included. */
export function sourcesOf(layer: ResolvedLayer): ResolvedImageSource[] {
  if ("children" in layer) return layer.children.flatMap(sourcesOf);
  if (layer.type !== "image") return [];
  return layer.replacement === null
    ? [layer.source]
    : [layer.source, { kind: "asset", assetId: layer.replacement }];
}

/** Changes when one of the layer's pictures comes in: then it has to be painted again. */
export function imagesKey(layer: ResolvedLayer, shelf: PictureShelf): string {
  return sourcesOf(layer)
    .map((source) => {
      const key = sourceKey(source);
      return key === null ? "" : `${key}:${shelf.entries.getState().get(key)?.state ?? "unknown"}`;
    })
    .join(" ");
}
