import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { IMAGE_FORMATS, type ImageFormat } from "@/lib/link/address";
import { env } from "@/lib/server/env";

/** 22 characters of base64url: 132 bits, so that who knows one picture's address cannot guess the next. */
const MAC_LENGTH = 22;

const PATH = /^\/p\/([A-Za-z0-9]{32})-([1-9]\d{0,7})-([A-Za-z0-9_-]{22})\.([a-z]{3,4})$/;

/** Where the picture of a row is. Nothing in it says what stands in the row. */
export function batchPictureUrl(key: string, row: number, format: ImageFormat): string {
  return `${env().PUBLIC_URL}/p/${key}-${row}-${mac(key, row)}.${format}`;
}

/** What the path of a batch's picture names, where it is one that we made; null for any other. */
export function parseBatchPath(target: string): { key: string; row: number; format: ImageFormat } | null {
  const [path = ""] = target.split("?", 1);
  const [, key, number, given, extension] = PATH.exec(path) ?? [];
  const format = IMAGE_FORMATS.find((known) => known === extension);
  if (key === undefined || given === undefined || format === undefined) return null;
  const row = Number(number);
  return timingSafeEqual(Buffer.from(given), Buffer.from(mac(key, row))) ? { key, row, format } : null;
}

function mac(key: string, row: number): string {
  const secret = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "nameplate batch address v1", 32);
  return createHmac("sha256", Buffer.from(secret))
    .update(`${key} ${row}`)
    .digest("base64url")
    .slice(0, MAC_LENGTH);
}
