import { replacePlaceholders } from "./placeholders";
import { utf8Length } from "./plain-text";

/** The most that something can hold of a text once values are in place, which may be less than the document stores. */
export type TextLimit = { most: number; unit: "characters" | "digits" | "bytes" };

/** How much of the limit a text takes before any value: bytes are those of UTF-8, digits may be written in groups. */
export function takenOf(text: string, { unit }: TextLimit): number {
  const fixed = replacePlaceholders(text, () => "");
  switch (unit) {
    case "bytes":
      return utf8Length(fixed);
    case "digits":
      return fixed.replace(/[\s-]/g, "").length;
    case "characters":
      return fixed.length;
  }
}
