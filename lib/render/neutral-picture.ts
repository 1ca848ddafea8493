import { LRUCache } from "lru-cache";
import { IMAGE_FORMATS, type ImageFormat } from "@/lib/link/address";
import type { RenderEngine } from "./engine/render-engine";

/** Longest side of a card, px. It says nothing that more would show; a page shows it at any size. */
const LONGEST_SIDE = 1200;

/** The size of a card for a picture whose own is not known. */
const STANDARD = { width: LONGEST_SIDE, height: 628 };

/** What an `<img>` gets when there is no picture to make: a calm, wordless card that looks intended in any mail. */
export type NeutralPictures = {
  /**
   * A card. `width` and `height` are those of the missing picture where they are known, so that the mail's layout
   * holds: the card has their shape, and their size up to 1,200 px.
   */
  card: (format: ImageFormat, width?: number | null, height?: number | null) => Promise<Uint8Array>;
  /** The card of the standard size, where it was drawn already. */
  drawn: (format: ImageFormat) => Uint8Array | undefined;
  /** Draws the standard card of every format, one after the other, so that trouble finds them ready. Never rejects. */
  prepare: () => Promise<void>;
};

/** Makes cards, each once. */
export function createNeutralPictures(engine: Pick<RenderEngine, "draw">): NeutralPictures {
  const cards = new LRUCache<string, Promise<Uint8Array>>({ max: 60 });
  const standard = new Map<ImageFormat, Uint8Array>();

  async function draw(format: ImageFormat, width: number, height: number): Promise<Uint8Array> {
    const output = { format, kilobytes: null, chroma: "4:4:4" as const, longestSide: null };
    const { bytes } = await engine.draw(neutralSvg(width, height), output);
    if (width === STANDARD.width && height === STANDARD.height) standard.set(format, bytes);
    return bytes;
  }

  function card(format: ImageFormat, wantedWidth?: number | null, wantedHeight?: number | null) {
    const { width, height } = cardSize(wantedWidth ?? STANDARD.width, wantedHeight ?? STANDARD.height);
    const key = `${format}:${width}x${height}`;
    const known = cards.get(key);
    if (known) return known;
    const drawing = draw(format, width, height);
    drawing.catch(() => cards.delete(key));
    cards.set(key, drawing);
    return drawing;
  }

  return {
    card,
    drawn: (format) => standard.get(format),
    async prepare() {
      for (const format of IMAGE_FORMATS) await card(format).catch(() => undefined);
    },
  };
}

function cardSize(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function neutralSvg(width: number, height: number): string {
  const unit = Math.min(width, height);
  const r = unit * 0.07;
  const cx = width / 2;
  const cy = height / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">`,
    `<stop offset="0" stop-color="#f4f5f7"/><stop offset="1" stop-color="#e7e9ee"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#g)"/>`,
    `<g fill="none" stroke="#c9ced8" stroke-width="${unit * 0.008}">`,
    `<rect x="${cx - r * 1.6}" y="${cy - r}" width="${r * 3.2}" height="${r * 2}" rx="${r * 0.35}"/>`,
    `<path d="M${cx - r * 0.9} ${cy - r * 0.2}h${r * 1.8}M${cx - r * 0.9} ${cy + r * 0.3}h${r * 1.1}"/></g></svg>`,
  ].join("");
}
