import { createHash } from "node:crypto";
import type { FontFacts } from "./font-facts";
import type { PdfReference } from "./pdf-objects";
import { toUnicode } from "./to-unicode";

/** The outlines of a font as a file, and how a PDF calls them (ISO 32000-1, 9.9). */
export type FontProgram =
  | { kind: "FontFile2"; bytes: Uint8Array }
  /** A CFF alone. */
  | { kind: "FontFile3"; bytes: Uint8Array };

/** A font by a name of its own: glyphs as wide as it says, which stand for its texts. */
export type FontFace = {
  reference: PdfReference;
  texts: ReadonlyMap<number, string>;
  /** Thousandths of the font size. */
  widths: ReadonlyMap<number, number>;
};

/** Writes faces that share their outlines. Codes are the numbers of glyphs, in two bytes. */
export function writeFont(
  document: PDFKit.PDFDocument,
  faces: readonly FontFace[],
  facts: Omit<FontFacts, "advance" | "outlines">,
  program: FontProgram,
): void {
  const write = (data: Record<string, unknown>, content?: Uint8Array) => {
    const reference = document.ref(data);
    reference.end(content && Buffer.from(content));
    return reference;
  };
  const isTrueType = program.kind === "FontFile2";
  const name = `${subsetTag(program.bytes)}+${facts.name}`;
  const about = isTrueType ? { Length1: program.bytes.byteLength } : { Subtype: "CIDFontType0C" };
  const descriptor = write({
    Type: "FontDescriptor",
    FontName: name,
    // Symbolic: what its glyphs are is said by the CMap alone.
    Flags: 4,
    FontBBox: [...facts.box],
    ItalicAngle: facts.italicAngle,
    Ascent: facts.ascent,
    Descent: facts.descent,
    CapHeight: facts.ascent,
    StemV: 80,
    [program.kind]: write(about, program.bytes),
  });
  for (const { reference, texts, widths } of faces) {
    const descendant = write({
      Type: "Font",
      Subtype: isTrueType ? "CIDFontType2" : "CIDFontType0",
      BaseFont: name,
      CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: widthList(widths),
      ...(isTrueType && { CIDToGIDMap: "Identity" }),
    });
    Object.assign(reference.data as object, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: write({}, Buffer.from(toUnicode(texts), "latin1")),
    });
    reference.end(undefined);
  }
}

/** Widths as CIDFonts list them: the first of codes that follow each other, then theirs (9.7.4.3). */
function widthList(widths: ReadonlyMap<number, number>): unknown[] {
  const list: (number | number[])[] = [];
  let expected = -1;
  for (const [code, width] of [...widths].sort(([a], [b]) => a - b)) {
    const last = list.at(-1);
    if (code === expected && Array.isArray(last)) last.push(width);
    else list.push(code, [width]);
    expected = code + 1;
  }
  return list;
}

/** Six letters that tell subsets of one font apart (9.6.4). */
function subsetTag(bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest();
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}
