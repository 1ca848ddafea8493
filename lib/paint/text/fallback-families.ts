import { type HanRegion, hanRegion } from "./han-region";

/**
 * Which families are asked for characters that neither the family of a text nor Inter has. Decided by the script
 * of the run and by Unicode blocks, which never move: the answer is the same in every engine.
 */

const SCRIPT_NAMES: Readonly<Record<string, string>> = {
  Arab: "Arabic",
  Hebr: "Hebrew",
  Thaa: "Thaana",
  Armn: "Armenian",
  Geor: "Georgian",
  Ethi: "Ethiopic",
  Deva: "Devanagari",
  Beng: "Bengali",
  Guru: "Gurmukhi",
  Gujr: "Gujarati",
  Orya: "Oriya",
  Taml: "Tamil",
  Telu: "Telugu",
  Knda: "Kannada",
  Mlym: "Malayalam",
  Sinh: "Sinhala",
  Thai: "Thai",
  Laoo: "Lao",
  Khmr: "Khmer",
  Mymr: "Myanmar",
};

const CJK_SCRIPTS = new Set(["Hani", "Hira", "Kana", "Hang", "Bopo"]);

const CJK = "CJK";
const SYMBOLS = "Symbols";
const MATH = "Math";

/** First and last code point of blocks (Blocks.txt of Unicode 16), and what has their characters. */
const BLOCKS: readonly (readonly [number, number, string])[] = [
  [0x0530, 0x058f, "Armn"],
  [0x0590, 0x05ff, "Hebr"],
  [0x0600, 0x06ff, "Arab"],
  [0x0750, 0x077f, "Arab"],
  [0x0780, 0x07bf, "Thaa"],
  [0x0860, 0x08ff, "Arab"],
  [0x0900, 0x097f, "Deva"],
  [0x0980, 0x09ff, "Beng"],
  [0x0a00, 0x0a7f, "Guru"],
  [0x0a80, 0x0aff, "Gujr"],
  [0x0b00, 0x0b7f, "Orya"],
  [0x0b80, 0x0bff, "Taml"],
  [0x0c00, 0x0c7f, "Telu"],
  [0x0c80, 0x0cff, "Knda"],
  [0x0d00, 0x0d7f, "Mlym"],
  [0x0d80, 0x0dff, "Sinh"],
  [0x0e00, 0x0e7f, "Thai"],
  [0x0e80, 0x0eff, "Laoo"],
  [0x1000, 0x109f, "Mymr"],
  [0x10a0, 0x10ff, "Geor"],
  [0x1100, 0x11ff, CJK],
  [0x1200, 0x139f, "Ethi"],
  [0x1780, 0x17ff, "Khmr"],
  [0x19e0, 0x19ff, "Khmr"],
  [0x1c90, 0x1cbf, "Geor"],
  [0x1cd0, 0x1cff, "Deva"],
  [0x2010, 0x2bff, SYMBOLS],
  [0x2d00, 0x2d2f, "Geor"],
  [0x2d80, 0x2ddf, "Ethi"],
  [0x2e80, 0x9fff, CJK],
  [0xa8e0, 0xa8ff, "Deva"],
  [0xa960, 0xa97f, CJK],
  [0xa9e0, 0xa9ff, "Mymr"],
  [0xaa60, 0xaa7f, "Mymr"],
  [0xab00, 0xab2f, "Ethi"],
  [0xac00, 0xd7ff, CJK],
  [0xf900, 0xfaff, CJK],
  [0xfb13, 0xfb17, "Armn"],
  [0xfb1d, 0xfb4f, "Hebr"],
  [0xfb50, 0xfdff, "Arab"],
  [0xfe10, 0xfe1f, CJK],
  [0xfe30, 0xfe4f, CJK],
  [0xfe70, 0xfefe, "Arab"],
  [0xff00, 0xffef, CJK],
  [0x1b000, 0x1b16f, CJK],
  [0x1d400, 0x1d7ff, MATH],
  [0x1ee00, 0x1eeff, "Arab"],
  [0x1f000, 0x1fbff, SYMBOLS],
  [0x20000, 0x3ffff, CJK],
];

function blockOf(codePoint: number): string | undefined {
  return BLOCKS.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2];
}

/** Han families in the order in which they are asked. */
export type HanOrder = readonly string[];

const REGIONS: readonly HanRegion[] = ["SC", "TC", "JP", "KR"];

/** The family with the forms that a text is written in, then the others for what it lacks. */
export function hanOrder(text: string): HanOrder {
  const first = hanRegion(text);
  return [first, ...REGIONS.filter((region) => region !== first)].map((region) => `Noto Sans ${region}`);
}

/** Symbols stand in three families; arrows and operators are best in the last. */
const SYMBOL_FAMILIES = ["Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Math"];

/**
 * Families to ask for a character, in order; none where no family of ours has its script. `script` is the script
 * of the run that it stands in, which decides for marks that several scripts share.
 */
export function fallbackFamilies(codePoint: number, script: string, han: HanOrder): readonly string[] {
  const block = blockOf(codePoint);
  const names = [script, block].flatMap((name) => {
    const own = name === undefined ? undefined : SCRIPT_NAMES[name];
    return own === undefined ? [] : [`Noto Sans ${own}`];
  });
  if (block === CJK || CJK_SCRIPTS.has(script)) names.push(...han);
  if (block === SYMBOLS) names.push(...SYMBOL_FAMILIES);
  if (block === MATH) names.push("Noto Sans Math");
  return [...new Set(names)];
}
