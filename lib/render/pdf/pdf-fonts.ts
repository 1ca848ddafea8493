import { fontTable } from "@/lib/paint/font-table";
import { type BlankText, createBlankText } from "./blank-text";
import { type FontFacts, readFontFacts } from "./font-facts";
import type { PdfReference } from "./pdf-objects";
import { subsetFont } from "./subset-font";
import { type FontProgram, writeFont } from "./write-font";

/** A glyph as content shows it: a code of two bytes in a font. */
export type FontCode = {
  /** Name of the font among the resources, and what it names. */
  name: string;
  reference: PdfReference;
  code: number;
  /** Thousandths of the font size. */
  advance: number;
};

/** A font of the file. It is written at the end, with the glyphs that were asked for. */
export type PdfFont = {
  /** How wide a glyph is, thousandths of the font size. */
  advance(glyph: number): number;
  /**
   * The code of a glyph that stands for a text, with so much room after it. null where it already stands for more
   * texts than a file can say.
   */
  code(glyph: number, text: string, spacing: number): FontCode | null;
};

export type PdfFonts = {
  /** null for a font that cannot stand in a PDF. */
  open(file: string): Promise<PdfFont | null>;
  blank: Pick<BlankText, "code">;
  /** Writes all that was asked for. */
  finish(): Promise<void>;
};

/** Faces of one font: a box for what is missing would stand for any number of texts, and designs have endless spacings. */
const MOST_FACES = 40;

type OpenFont = PdfFont & { finish(): Promise<void> };

/** The fonts of a file, each in it once. `fontFile` reads a font anew; none is held on to. */
export function createFonts(
  document: PDFKit.PDFDocument,
  fontFile: (file: string) => Promise<Uint8Array>,
): PdfFonts {
  const opened = new Map<string, Promise<OpenFont | null>>();
  let count = 0;
  const nextName = () => {
    count += 1;
    return `F${count}`;
  };
  const blank = createBlankText(document, nextName);

  async function open(file: string): Promise<OpenFont | null> {
    const facts = readFontFacts(await fontFile(file));
    return facts && createFont(document, facts, () => fontFile(file), nextName);
  }

  return {
    open(file) {
      const known = opened.get(file) ?? open(file);
      opened.set(file, known);
      return known;
    },
    blank,
    async finish() {
      for (const font of opened.values()) await (await font)?.finish();
      blank.finish();
    },
  };
}

/** One code has one text and one width in a face; for others a further face has the same glyphs. */
type Face = {
  name: string;
  reference: PdfReference;
  spacing: number;
  texts: Map<number, string>;
  widths: Map<number, number>;
};

function createFont(
  document: PDFKit.PDFDocument,
  facts: FontFacts,
  bytes: () => Promise<Uint8Array>,
  nextName: () => string,
): OpenFont {
  const faces: Face[] = [];

  function faceFor(glyph: number, text: string, spacing: number): Face | null {
    const found = faces.find((face) => face.spacing === spacing && (face.texts.get(glyph) ?? text) === text);
    if (found || faces.length >= MOST_FACES) return found ?? null;
    const reference = document.ref({});
    const face = { name: nextName(), reference, spacing, texts: new Map(), widths: new Map() };
    faces.push(face);
    return face;
  }

  return {
    advance: facts.advance,
    code(glyph, text, spacing) {
      const face = faceFor(glyph, text, spacing);
      if (!face) return null;
      const advance = facts.advance(glyph) + spacing;
      face.texts.set(glyph, text);
      face.widths.set(glyph, advance);
      return { name: face.name, reference: face.reference, code: glyph, advance };
    },
    async finish() {
      if (faces.length === 0) return;
      const glyphs = new Set(faces.flatMap(({ texts }) => [...texts.keys()]));
      const whole = await bytes();
      // A font that cannot be cut down stands in the file as it is: better a large file than none.
      const subset = (await subsetFont(whole, glyphs)) ?? whole;
      const program: FontProgram =
        facts.outlines === "glyf"
          ? { kind: "FontFile2", bytes: subset }
          : { kind: "FontFile3", bytes: fontTable(subset, "CFF ") ?? subset };
      writeFont(document, faces, facts, program);
    },
  };
}
