import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { chooseFace } from "@/lib/paint/font-catalogue";
import { createPainter, type TextLayout } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { type Pixels, readPng } from "./compare";

const PUBLIC = resolve(import.meta.dirname, "../public");

const loadFont = (file: string) => readFile(join(PUBLIC, file));

/** Where our layout puts the lines of the document's only text layer for these values. */
export async function ourLayout(
  document: Document,
  values: Readonly<Record<string, string>>,
): Promise<TextLayout> {
  const painter = createPainter({ satori: await satoriNode(), loadFont });
  const resolved = resolveDocument(document, values).document;
  const layer = resolved.layers.find((each) => each.type === "text");
  if (layer?.type !== "text") throw new Error("the document has no text layer");
  await painter.prepare(resolved);
  return painter.layoutText(layer);
}

/**
 * The same text as the browser lays it out as HTML, in the same font file at the size of our layout, in a box of
 * the layer's width: a picture of the canvas's size, dark on white, and the text of each line.
 */
export async function browserPicture(
  context: BrowserContext,
  design: Document,
  text: string,
  fontSize: number,
  top: number,
): Promise<{ picture: Pixels; lines: string[] }> {
  const layer = design.layers.find((each) => each.type === "text");
  if (layer?.type !== "text") throw new Error("the document has no text layer");
  const { fontFamily, fontWeight, italic, letterSpacing } = layer.style;
  const font = (await loadFont(chooseFace(fontFamily, fontWeight, italic).file)).toString("base64");
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: design.width, height: design.height });
    await page.setContent(`<!doctype html><style>
      @font-face { font-family: Probe; src: url(data:font/ttf;base64,${font}); }
      body { margin: 0; background: #fff; }
      p { position: absolute; margin: 0; left: ${layer.x}px; top: ${layer.y + top}px; width: ${layer.width}px;
        font: ${fontSize}px/${layer.lineHeight} Probe; letter-spacing: ${letterSpacing}px; color: #000;
        text-align: ${layer.align}; white-space: pre-wrap; overflow-wrap: anywhere;
        text-rendering: geometricPrecision; }
    </style><p></p>`);
    await page.evaluate(async (content) => {
      const paragraph = document.querySelector("p");
      if (paragraph) paragraph.textContent = content;
      await document.fonts.load("20px Probe", content);
      await document.fonts.ready;
    }, text);
    const lines = await page.evaluate(() => {
      const node = document.querySelector("p")?.firstChild;
      if (!(node instanceof Text)) return [];
      const found: { top: number; text: string }[] = [];
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        const last = found.at(-1);
        const character = node.data.charAt(at);
        if (last && (!box || Math.abs(box.top - last.top) < 4)) last.text += character;
        else found.push({ top: box?.top ?? 0, text: character });
      }
      return found.map((line) => line.text.trimEnd());
    });
    return { picture: readPng(await page.screenshot()), lines };
  } finally {
    await page.close();
  }
}
