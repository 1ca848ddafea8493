/** Code points of the table: the block of Han characters up to the last that an old standard has. */
const FIRST = 0x4e00;
const LAST = 0x9fa5;

/** Characters with lead bytes and trail bytes in these ranges, as the Encoding Standard decodes them. */
function charactersOf(encoding: string, leads: [number, number], trails: [number, number]): string {
  const decoder = new TextDecoder(encoding);
  let text = "";
  for (let lead = leads[0]; lead <= leads[1]; lead += 1)
    for (let trail = trails[0]; trail <= trails[1]; trail += 1) {
      const decoded = decoder.decode(new Uint8Array([lead, trail]));
      if (decoded.length === 1) text += decoded;
    }
  return text;
}

/**
 * In which countries a Han character is common, by the character sets they had before Unicode: 1 for GB 2312, 2 for
 * level 1 of Big5, 4 for JIS X 0208. Of the second level of JIS and the vendors' rows after it, forms that only
 * Taiwan still writes are left out. Two characters in one of the 64 signs from # on, the first in its upper half.
 */
export function hanTable(): string {
  const simplified = new Set(charactersOf("gbk", [0xb0, 0xf7], [0xa1, 0xfe]));
  const traditional = new Set(charactersOf("big5", [0xa4, 0xc6], [0x40, 0xfe]));
  const japanese = new Set(charactersOf("shift_jis", [0x88, 0x97], [0x40, 0xfc]));
  for (const char of charactersOf("shift_jis", [0x98, 0xfc], [0x40, 0xfc]))
    if (!traditional.has(char) || simplified.has(char)) japanese.add(char);
  // Level 1 ends within a lead byte.
  for (const char of charactersOf("shift_jis", [0x98, 0x98], [0x40, 0x72])) japanese.add(char);

  const bitsOf = (codePoint: number) => {
    const char = String.fromCharCode(codePoint);
    return (simplified.has(char) ? 1 : 0) + (traditional.has(char) ? 2 : 0) + (japanese.has(char) ? 4 : 0);
  };
  let table = "";
  for (let codePoint = FIRST; codePoint <= LAST; codePoint += 2)
    table += String.fromCharCode(35 + bitsOf(codePoint) * 8 + bitsOf(codePoint + 1));
  return table;
}
