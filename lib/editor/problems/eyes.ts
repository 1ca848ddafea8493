import type { ImageBook, Painted, Painter } from "@/lib/paint/painter";
import type { ResolvedImageSource, ResolvedLayer } from "@/lib/template/resolved";
import type { Measured } from "./measure-contrast";
import type { TextFacts } from "./text-facts";

/** Straight RGBA, row by row. */
export type Pixels = { data: Uint8Array | Uint8ClampedArray; width: number; height: number };

/** What is known of a picture: its own size, px, or why there is none. */
export type PictureState =
  | { state: "ready"; width: number; height: number }
  | { state: "loading" }
  | { state: "failed"; message: string };

/** What the design is looked at with: the painter, pictures, and a rasteriser of the world around. */
export type Eyes = {
  painter: Painter;
  /** Pictures for the painter; small ones will do, as long as they say their real size. */
  images: ImageBook;
  pictureOf: (source: ResolvedImageSource) => PictureState;
  /** An SVG document as pixels. */
  raster: (svg: string) => Promise<Pixels>;
  /** The time that rules compare with, ms since 1970. */
  now: number;
  memory: Memory;
};

/** What was measured before and need not be measured again. Emptied when pictures or fonts come in. */
export type Memory = {
  texts: Map<string, TextFacts>;
  contrasts: Map<string, Measured>;
  /** Layers that no value changes are the same object each time. */
  placed: WeakMap<ResolvedLayer, Promise<Painted>>;
};

export function createMemory(): Memory {
  return { texts: new Map(), contrasts: new Map(), placed: new WeakMap() };
}

/** A layer where it lies on the canvas, painted once. */
export function placedLayer(layer: ResolvedLayer, { painter, images, memory }: Eyes): Promise<Painted> {
  const known = memory.placed.get(layer);
  if (known) return known;
  const painting = painter.placeLayer(layer, images);
  memory.placed.set(layer, painting);
  painting.catch(() => memory.placed.delete(layer));
  return painting;
}

/** Entries kept of each kind. */
const KEPT = 4000;

/** Keeps a value under a key; the oldest goes when there are too many. */
export function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  if (map.size > KEPT) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
  return value;
}
