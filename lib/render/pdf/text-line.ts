import type { TextMark } from "@/lib/paint/text-marks";
import type { FontCode } from "./pdf-fonts";
import type { PdfObjects } from "./pdf-objects";
import { pdfNumber, pdfNumbers } from "./svg-geometry";
import { hexOf } from "./to-unicode";

/** Glyphs further apart than this, in thousandths of the font size, begin anew. */
const FAR = 50_000;

/** Modes of text (ISO 32000-1, 9.3.6). */
const SEEN = 0;
const UNSEEN = 3;

/**
 * Writes a run's glyphs from left to right on its baseline, each at its own place: px from the line's left end.
 * Coordinates have y downwards, so the text is turned over.
 */
export function createTextLine({ run, x: left, baseline }: TextMark, objects: PdfObjects) {
  const { fontSize } = run;
  const lines: string[] = [];
  let mode = -1;
  let name = "";
  let pen = 0;
  let shown = "";

  function flush(): void {
    if (shown !== "") lines.push(`[<${shown}>] TJ`.replaceAll("<>", ""));
    shown = "";
  }

  function show(code: FontCode, x: number, wanted: number): void {
    objects.font(code.name, code.reference);
    const gap = Math.round((-(x - pen) * 100_000) / fontSize) / 100;
    if (code.name !== name || wanted !== mode || Math.abs(gap) > FAR) {
      flush();
      if (wanted !== mode) lines.push(`${wanted} Tr`);
      if (code.name !== name) lines.push(`/${code.name} ${pdfNumber(fontSize)} Tf`);
      lines.push(`1 0 0 -1 ${pdfNumbers([left + x, baseline])} Tm`);
      [mode, name, pen] = [wanted, code.name, x];
    } else if (gap !== 0) {
      shown += `>${pdfNumber(gap)}<`;
      pen -= (gap * fontSize) / 1000;
    }
    shown += hexOf(code.code);
    pen += (code.advance * fontSize) / 1000;
  }

  return {
    show: (code: FontCode, x: number) => show(code, x, SEEN),
    showUnseen: (code: FontCode, x: number) => show(code, x, UNSEEN),
    finish(): string {
      flush();
      return lines.length === 0 ? "" : `q\nBT\n${lines.join("\n")}\nET\nQ\n`;
    },
  };
}
