/** An indirect object of the file, as pdfkit hands it out. */
export type PdfReference = ReturnType<PDFKit.PDFDocument["ref"]>;
export type PdfBox = readonly [left: number, top: number, right: number, bottom: number];

/** A dictionary as pdfkit writes it: text stands for names. */
export type PdfDictionary = Readonly<Record<string, unknown>>;

/** Makes the objects that content refers to by name, for one page and for everything drawn inside it. */
export type PdfObjects = {
  /** Name of a graphics state (ISO 32000-1, 8.4.5); equal states without references share one. */
  state(dictionary: PdfDictionary): string;
  /** Name of a pattern (8.7). */
  pattern(dictionary: PdfDictionary): string;
  /** Content drawn as one, to be made transparent as one (11.6.6), in colour or in levels of grey. */
  group(
    content: string,
    box: PdfBox,
    space: "DeviceRGB" | "DeviceGray",
  ): { name: string; reference: PdfReference };
  /** Name of a picture of 1 x 1 units that was written. */
  picture(reference: PdfReference): string;
  /** Makes a font known by its name. */
  font(name: string, reference: PdfReference): void;
  /** Writes what was named so far; nothing can be added after. */
  finish(): void;
};

export function createObjects(document: PDFKit.PDFDocument): PdfObjects {
  const forms: Record<string, PdfReference> = {};
  const states: Record<string, PdfReference> = {};
  const patterns: Record<string, PdfReference> = {};
  const fonts: Record<string, PdfReference> = {};
  const resources = document.ref({ XObject: forms, ExtGState: states, Pattern: patterns, Font: fonts });
  const known = new Map<string, string>();
  const pictures = new Map<PdfReference, string>();
  let count = 0;

  const name = (list: Record<string, PdfReference>, letter: string, reference: PdfReference) => {
    count += 1;
    list[`${letter}${count}`] = reference;
    return `${letter}${count}`;
  };
  const write = (dictionary: PdfDictionary, data?: Buffer) => {
    const reference = document.ref(dictionary);
    reference.end(data);
    return reference;
  };

  return {
    state(dictionary) {
      const key = Object.values(dictionary).every((value) => typeof value === "number")
        ? JSON.stringify(dictionary)
        : null;
      const found = key === null ? undefined : known.get(key);
      if (found !== undefined) return found;
      const made = name(states, "G", write({ Type: "ExtGState", ...dictionary }));
      if (key !== null) known.set(key, made);
      return made;
    },
    pattern: (dictionary) => name(patterns, "P", write({ Type: "Pattern", PatternType: 2, ...dictionary })),
    group(content, box, space) {
      const dictionary = {
        Type: "XObject",
        Subtype: "Form",
        BBox: [...box],
        Resources: resources,
        Group: { Type: "Group", S: "Transparency", I: true, CS: space },
      };
      const reference = write(dictionary, Buffer.from(content, "latin1"));
      return { name: name(forms, "X", reference), reference };
    },
    picture(reference) {
      const made = pictures.get(reference) ?? name(forms, "I", reference);
      pictures.set(reference, made);
      return made;
    },
    font(known, reference) {
      fonts[known] = reference;
    },
    finish() {
      Object.assign(document.page.xobjects, forms);
      Object.assign(document.page.ext_gstates, states);
      Object.assign(document.page.patterns, patterns);
      Object.assign(document.page.fonts, fonts);
      resources.end(undefined);
    },
  };
}
