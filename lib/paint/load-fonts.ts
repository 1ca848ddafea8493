import type { TextLayer } from "@/lib/template/layers/text";
import type { FontBook } from "./font-book";
import { missingFonts } from "./text-layout";

/**
 * Opens the fonts that laying out these texts needs. Rejects when one that a text asks for cannot be read. A stand-in
 * that cannot is tried once in each call: until one gets it, its characters show as boxes.
 */
export async function loadFonts(texts: readonly TextLayer[], book: FontBook): Promise<void> {
  const tried = new Set<string>();
  // A second round where the first font turned out to lack a character; chains are short, so this ends.
  for (;;) {
    const missing = texts.map((layer) => missingFonts(layer, book, tried));
    const own = new Set(missing.flatMap((files) => files.own));
    const standIns = new Set(missing.flatMap((files) => files.standIns));
    if (own.size + standIns.size === 0) return;
    await Promise.all([book.load(own), book.loadStandIns(standIns)]);
    for (const file of standIns) tried.add(file);
  }
}
