import { LRUCache } from "lru-cache";
import type { ImageFormat } from "@/lib/link/address";
import { encodeSvg } from "./encode/encode-svg";

const remembered = new LRUCache<string, Uint8Array>({ max: 60 });

/**
 * What an `<img>` gets when there is no picture to make: a calm, wordless card that looks intended in any mail.
 * Size in px; the size of the missing picture where it is known, so that the mail's layout holds.
 */
export async function neutralPicture(format: ImageFormat, width = 1200, height = 628): Promise<Uint8Array> {
  const key = `${format}:${width}x${height}`;
  const known = remembered.get(key);
  if (known) return known;
  const bytes = await encodeSvg(neutralSvg(width, height), { format });
  remembered.set(key, bytes);
  return bytes;
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
