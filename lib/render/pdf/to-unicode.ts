/** Entries that one block of a CMap may have (Adobe Technical Note 5014). */
const MOST_ENTRIES = 100;

const HEADER = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const FOOTER = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** The CMap that says which text each code of two bytes stands for (ISO 32000-1, 9.10.3). */
export function toUnicode(texts: ReadonlyMap<number, string>): string {
  const entries = [...texts].sort(([a], [b]) => a - b);
  let blocks = "";
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const block = entries.slice(from, from + MOST_ENTRIES);
    const lines = block.map(([code, text]) => `<${hexOf(code)}> <${utf16Hex(text)}>\n`);
    blocks += `${block.length} beginbfchar\n${lines.join("")}endbfchar\n`;
  }
  return HEADER + blocks + FOOTER;
}

/** A code of two bytes. */
export function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}

function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hexOf(text.charCodeAt(index))).join("");
}
