import type { CleanUpKind } from "@/lib/rows/clean-up";

/** What a clean-up does, before and after it is done. */
export const CLEAN_UP_WORDS: Readonly<Record<CleanUpKind, { todo: string; done: string }>> = {
  spaces: { todo: "Remove stray spaces", done: "Stray spaces removed" },
  name: { todo: "Write as names", done: "Written as names" },
  sentence: { todo: "Write as sentences", done: "Written as sentences" },
  lower: { todo: "Write in lower case", done: "Written in lower case" },
  upper: { todo: "Write in upper case", done: "Written in upper case" },
  first_word: { todo: "Keep the first word", done: "Only the first word kept" },
};
