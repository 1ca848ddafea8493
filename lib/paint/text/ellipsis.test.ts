import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { TextLayer } from "@/lib/template/layers/text";
import { createFontBook } from "../font-book";
import { loadFonts } from "../load-fonts";
import { textLayer } from "../testing/layers";
import { layoutText } from "../text-layout";
import { shapeItem } from "./shape-item";

vi.mock(import("./shape-item"), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, shapeItem: vi.fn(original.shapeItem) };
});

const PUBLIC = join(import.meta.dirname, "../../../public");

/** A text that is cut short on one line, and how often something was shaped for that. */
async function cutShort(text: string, fit: TextLayer["fit"], width: number, fontFamily = "Inter") {
  const book = createFontBook((file) => readFile(join(PUBLIC, file)));
  const layer = textLayer(text, { fit, width, height: 40, minFontSize: 32, style: { fontFamily } });
  await loadFonts([layer], book);
  vi.mocked(shapeItem).mockClear();
  const { lines } = layoutText(layer, book);
  return { line: lines[0]?.text, shaped: vi.mocked(shapeItem).mock.calls.length };
}

it.each([
  ["word joiners", "\u2060"],
  ["left-to-right marks", "\u200e"],
  ["Arabic letter marks", "\u061c"],
  ["invisible separators", "\u2063"],
])("a cut among thousands of %s takes a few shapings", async (_, sign) => {
  for (const count of [960, 19_000]) {
    const { line, shaped } = await cutShort(`WWWWWWWWWWWW${sign.repeat(count)} and more`, "ellipsis", 388);
    expect(line).toMatch(/^W{11,12}[^W]*…$/);
    expect(shaped).toBeLessThan(30);
  }
});

it.each([20, 200, 2000])("a cut in a line of %i px takes a few shapings", async (width) => {
  for (const [text, family] of [
    ["Tofu, Víly. ", "Lora"],
    ["السلام عليكم ", "Noto Sans Arabic"],
    ["iiii", "Caveat"],
    ["😀", "Inter"],
  ] as const) {
    const { line, shaped } = await cutShort(text.repeat(15_000 / text.length), "line", width, family);
    expect(line).toMatch(/…$/);
    expect(shaped).toBeLessThan(30);
  }
});
