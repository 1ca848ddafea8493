import type { Document } from "@/lib/template/schema";

/** Most colours offered. */
const MOST = 16;

/** Colours a document uses, the most used first. */
export function documentColors({ layers, background }: Document): string[] {
  const counts = new Map<string, number>();
  const text = JSON.stringify({ layers, background });
  for (const [, color] of text.matchAll(/"(#[0-9a-f]{6}(?:[0-9a-f]{2})?)"/g)) {
    if (color) counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([color]) => color);
}
