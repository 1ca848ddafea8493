/** The fonts of a PDF of ours, as its objects name them; they are not compressed. */
export function fontsOfPdf(pdf: Buffer): { names: string[]; embedded: string[]; kinds: string[] } {
  const text = pdf.toString("latin1");
  const all = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = ""]) => found);
  const descriptors = all(/\/Type \/FontDescriptor\n([\s\S]*?)endobj/g);
  const embedded = descriptors.flatMap((descriptor) =>
    /\/FontFile[23] \d+ 0 R/.test(descriptor) ? (/\/FontName \/(\S+)/.exec(descriptor)?.[1] ?? []) : [],
  );
  return {
    names: [...new Set(all(/\/BaseFont \/(\S+)/g))],
    embedded,
    kinds: [...new Set(all(/\/Type \/Font\n\/Subtype \/(\S+)/g))],
  };
}
