import { LRUCache } from "lru-cache";
import type { ImageFormat } from "@/lib/link/address";
import type { RenderEngine } from "./engine/render-engine";

/** Longest side of a card, px. It says nothing that more would show; a page shows it at any size. */
const LONGEST_SIDE = 1200;

/**
 * What an `<img>` gets when there is no picture to make: a calm, wordless card that looks intended in any mail.
 * `width` and `height` are those of the missing picture where they are known, so that the mail's layout holds: the
 * card has their shape, and their size up to 1,200 px.
 */
export type NeutralPictures = (
  format: ImageFormat,
  width?: number | null,
  height?: number | null,
) => Promise<Uint8Array>;

/** Makes cards, each once. */
export function createNeutralPictures(engine: Pick<RenderEngine, "draw">): NeutralPictures {
  const cards = new LRUCache<string, Promise<Uint8Array>>({ max: 60 });
  return (format, width, height) => {
    const size = cardSize(width ?? LONGEST_SIDE, height ?? 628);
    const key = `${format}:${size.width}x${size.height}`;
    const known = cards.get(key);
    if (known) return known;
    const output = { format, kilobytes: null, chroma: "4:4:4" as const, longestSide: null };
    const card = engine.draw(neutralSvg(size.width, size.height), output).then(({ bytes }) => bytes);
    card.catch(() => cards.delete(key));
    cards.set(key, card);
    return card;
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
