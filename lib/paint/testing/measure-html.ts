import type { Page } from "@playwright/test";
import type { TextLayer } from "@/lib/template/layers/text";
import { chooseFace, FALLBACK_FAMILY } from "../font-catalogue";

/** A line of text as a browser laid it out as HTML, px from the box's top left corner. */
export type HtmlLine = { text: string; left: number; width: number; baseline: number };

/**
 * Sets each layer as HTML in a box of its size, with the very font files of the painter, and reads where each
 * line came out. Trailing spaces are left out of a line. `families` stand in, in order, for what a family and Inter
 * lack.
 */
export async function measureHtml(
  page: Page,
  layers: readonly TextLayer[],
  families: readonly string[] = [],
): Promise<HtmlLine[][]> {
  const boxes = layers.map((layer) => ({
    width: layer.width,
    align: layer.align,
    wrap: layer.fit !== "line",
    runs: layer.runs.map((run) => {
      const style = { ...layer.style, ...run.style };
      return {
        text: run.text,
        files: [style.fontFamily, FALLBACK_FAMILY, ...families].map(
          (family) => chooseFace(family, style.fontWeight, style.italic).file,
        ),
        fontSize: style.fontSize,
        letterSpacing: style.letterSpacing,
        lineHeight: style.fontSize * layer.lineHeight,
      };
    }),
  }));
  return page.evaluate(async (wanted) => {
    const files = [...new Set(wanted.flatMap(({ runs }) => runs.flatMap((run) => run.files)))];
    const nameOf = (file: string) => `np${file.replace(/\W/g, "-")}`;
    await Promise.all(
      files.map(async (file) => {
        if ([...document.fonts].some((face) => face.family === nameOf(file))) return;
        document.fonts.add(await new FontFace(nameOf(file), `url(${file})`).load());
      }),
    );
    return wanted.map(({ width, align, wrap, runs }) => {
      const box = document.createElement("div");
      box.style.cssText = `position:absolute;left:0;top:0;width:${width}px;white-space:${wrap ? "pre-wrap" : "pre"};overflow-wrap:break-word;text-align:${align};font-size:0;line-height:0;font-kerning:normal;text-rendering:geometricPrecision;text-spacing-trim:space-all;font-synthesis:none;unicode-bidi:plaintext`;
      const characters: { node: Text; index: number; ascent: number }[] = [];
      for (const run of runs) {
        const span = document.createElement("span");
        span.style.cssText = `font-family:${run.files.map(nameOf).join()};font-size:${run.fontSize}px;line-height:${run.lineHeight}px;letter-spacing:${run.letterSpacing}px`;
        const probe = span.cloneNode() as HTMLElement;
        probe.innerHTML = 'x<span style="display:inline-block"></span>';
        box.append(probe);
        document.body.append(box);
        const range = document.createRange();
        range.selectNodeContents(probe.firstChild as Text);
        const ascent =
          (probe.lastChild as HTMLElement).getBoundingClientRect().bottom - range.getBoundingClientRect().top;
        box.replaceChildren(...[...box.childNodes].filter((node) => node !== probe));
        const node = document.createTextNode(run.text);
        span.append(node);
        box.append(span);
        for (let index = 0; index < run.text.length; index += 1) characters.push({ node, index, ascent });
      }
      document.body.append(box);
      const lines: { text: string; left: number; right: number; baseline: number }[] = [];
      for (const { node, index, ascent } of characters) {
        const char = node.data.charAt(index);
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const rect = range.getClientRects()[0];
        if (char === "\n" || !rect) continue;
        const baseline = rect.top + ascent;
        const line = lines.find((other) => Math.abs(other.baseline - baseline) < 2.5);
        if (line) {
          line.text += char;
          if (char.trim() !== "") {
            line.left = Math.min(line.left, rect.left);
            line.right = Math.max(line.right, rect.right);
          }
        } else lines.push({ text: char, left: rect.left, right: rect.right, baseline });
      }
      box.remove();
      return lines.map(({ text, left, right, baseline }) => ({
        text: text.trimEnd(),
        left,
        width: right - left,
        baseline,
      }));
    });
  }, boxes);
}
