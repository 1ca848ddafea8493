import { createMemory, type Eyes, type Pixels } from "@/lib/editor/problems/eyes";
import type { Painter, PaintImage } from "@/lib/paint/painter";
import type { ResolvedImageSource } from "@/lib/template/resolved";
import { type PictureShelf, sourceKey } from "../pictures/picture-shelf";
import { svgImage } from "../pictures/svg-image";
import { smallCopy } from "./small-copy";

/** Most pictures by address that are asked for only to judge rows that are not on the canvas. */
const MOST_ADDRESSES = 24;

export type BrowserEyes = {
  /** For one look. Rejects when the painter cannot be loaded. */
  open: () => Promise<Eyes>;
  dispose: () => void;
};

/** Eyes of the page: its painter, its pictures in small, its own rasteriser. `onPicture` tells that one came in. */
export function createBrowserEyes(
  painter: Promise<Painter>,
  shelf: PictureShelf,
  onPicture: () => void,
): BrowserEyes {
  const small = new WeakMap<PaintImage, PaintImage>();
  const asked = new Set<string>();
  let memory = createMemory();
  let disposed = false;

  async function shrink(image: PaintImage): Promise<void> {
    small.set(image, await smallCopy(image).catch(() => image));
  }

  const unsubscribe = shelf.entries.subscribe((entries, before) => {
    const fresh = [...entries].filter(([key, entry]) => entry !== before.get(key) && asked.has(key));
    const settled = fresh.map(([, entry]) => entry).filter(({ state }) => state !== "loading");
    if (settled.length === 0) return;
    const images = settled.flatMap((entry) => (entry.state === "ready" ? [entry.image] : []));
    void Promise.all(images.map(shrink)).then(() => {
      if (disposed) return;
      memory = { ...memory, placed: new WeakMap() };
      onPicture();
    });
  });

  function pictureOf(source: ResolvedImageSource): ReturnType<Eyes["pictureOf"]> {
    const key = sourceKey(source);
    if (key === null) return { state: "failed", message: "There is no picture." };
    const known = shelf.entries.getState().get(key);
    const isTooMuch = known === undefined && source.kind === "url" && asked.size >= MOST_ADDRESSES;
    if (isTooMuch) return { state: "loading" };
    asked.add(key);
    // Failures are asked for again by the canvas alone: a look that asks would bring about the next one.
    const entry = known ?? shelf.want(source);
    if (entry?.state !== "ready") return entry ?? { state: "loading" };
    const { width, height } = entry.image;
    return { state: "ready", width, height };
  }

  return {
    open: async () => ({
      painter: await painter,
      images: (source) => {
        const image = shelf.image(source);
        return image && (small.get(image) ?? image);
      },
      pictureOf,
      raster,
      now: Date.now(),
      memory,
    }),
    dispose: () => {
      disposed = true;
      unsubscribe();
    },
  };
}

let canvas: HTMLCanvasElement | null = null;

/** The SVG as this browser draws it. */
async function raster(svg: string): Promise<Pixels> {
  const image = await svgImage(svg);
  canvas ??= document.createElement("canvas");
  const width = Math.max(1, image.naturalWidth);
  const height = Math.max(1, image.naturalHeight);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no canvas to draw on.");
  context.drawImage(image, 0, 0);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}
