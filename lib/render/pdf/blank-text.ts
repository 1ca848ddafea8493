import { blankFont } from "./blank-font";
import type { FontCode } from "./pdf-fonts";
import type { PdfReference } from "./pdf-objects";
import { writeFont } from "./write-font";

/** A font without ink, for texts that are drawn otherwise. */
export type BlankText = {
  /** `width` in thousandths of the font size. */
  code(text: string, width: number): FontCode;
  finish(): void;
};

/** The steps that widths are rounded to: few glyphs serve many texts. */
const STEP = 20;

/** Codes that two bytes can say; beyond them another font begins. */
const MOST_CODES = 0xffff;

/** Widths that a glyph can have. */
const WIDEST = 30_000;

const FACTS = {
  name: "Blank",
  box: [0, -200, 1000, 800],
  ascent: 800,
  descent: -200,
  italicAngle: 0,
} as const;

type Face = {
  name: string;
  reference: PdfReference;
  codes: Map<string, number>;
  texts: Map<number, string>;
  widths: Map<number, number>;
};

export function createBlankText(document: PDFKit.PDFDocument, nextName: () => string): BlankText {
  const faces: Face[] = [];

  function faceFor(key: string): Face {
    const last = faces.at(-1);
    if (last && (last.codes.has(key) || last.codes.size < MOST_CODES)) return last;
    const reference = document.ref({});
    const face = { name: nextName(), reference, codes: new Map(), texts: new Map(), widths: new Map() };
    faces.push(face);
    return face;
  }

  return {
    code(text, exact) {
      const width = Math.min(WIDEST, Math.max(STEP, Math.round(exact / STEP) * STEP));
      const key = `${width} ${text}`;
      const { name, reference, codes, texts, widths } = faceFor(key);
      const code = codes.get(key) ?? codes.size + 1;
      codes.set(key, code);
      texts.set(code, text);
      widths.set(code, width);
      return { name, reference, code, advance: width };
    },
    finish() {
      for (const face of faces) {
        const bytes = blankFont([...face.widths.values()]);
        writeFont(document, [face], FACTS, { kind: "FontFile2", bytes });
      }
    },
  };
}
