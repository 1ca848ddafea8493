import { z } from "zod";
import { LIMITS } from "./limits";
import { utf8Length } from "./plain-text";
import type { TextLimit } from "./text-limit";

export const symbology = z.enum(["code128", "ean13", "upca", "datamatrix", "pdf417"]);
export type Symbology = z.infer<typeof symbology>;

/** What each kind of barcode takes, as a sentence goes on after "Expected". */
export const TAKES: Readonly<Record<Symbology, string>> = {
  code128: `1 to ${LIMITS.code128Length} Latin letters, digits and signs`,
  ean13: "13 digits with the right check digit, or 12 digits",
  upca: "12 digits with the right check digit, or 11 digits",
  datamatrix: `a text of at most ${LIMITS.barcodeBytes} bytes`,
  pdf417: `a text of at most ${LIMITS.barcodeBytes} bytes`,
};

/** Printable characters of ISO 8859-1, which is what Code 128 can hold. */
const LATIN = /^[\x20-\x7e\xa0-\xff]+$/;

/** Whether the symbology is of bars side by side, with its text in plain below them. */
export function hasBars(kind: Symbology): boolean {
  return kind === "code128" || isRetail(kind);
}

/** Whether the symbology numbers goods: digits of a fixed length and a check digit. */
export function isRetail(kind: Symbology): boolean {
  return kind === "ean13" || kind === "upca";
}

/**
 * What a barcode of this kind holds for a text; null when it cannot hold it. Digits of goods may be written with
 * spaces and hyphens, and with one leading 0 more or less: spreadsheets lose it, and it is what a UPC-A lacks of an
 * EAN-13. Where they were `typed` by the designer their check digit may be left out; in a value that would make a
 * code of other goods. Everything else is held as it is.
 */
export function barcodeContent(
  kind: Symbology,
  text: string,
  origin: "typed" | "value" = "typed",
): string | null {
  if (text.trim() === "") return null;
  switch (kind) {
    case "ean13":
      return goodsNumber(text, 13, origin);
    case "upca":
      return goodsNumber(text, 12, origin);
    case "code128":
      return text.length <= LIMITS.code128Length && LATIN.test(text) ? text : null;
    case "datamatrix":
    case "pdf417":
      return utf8Length(text) <= LIMITS.barcodeBytes ? text : null;
  }
}

/** The most that a barcode of this kind holds. */
export function barcodeLimit(kind: Symbology): TextLimit {
  switch (kind) {
    case "ean13":
      return { most: 13, unit: "digits" };
    case "upca":
      return { most: 12, unit: "digits" };
    case "code128":
      return { most: LIMITS.code128Length, unit: "characters" };
    case "datamatrix":
    case "pdf417":
      return { most: LIMITS.barcodeBytes, unit: "bytes" };
  }
}

/** The last digit that a number of goods should have, where it is of the right length with another one; else null. */
export function rightCheckDigit(kind: Symbology, text: string): number | null {
  const digits = text.replace(/[\s-]/g, "");
  const length = kind === "ean13" ? 13 : 12;
  if (!isRetail(kind) || !/^\d+$/.test(digits) || digits.length !== length) return null;
  const right = checkDigit(digits.slice(0, -1));
  return digits.endsWith(String(right)) ? null : right;
}

function goodsNumber(text: string, length: number, origin: "typed" | "value"): string | null {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d+$/.test(digits)) return null;
  const found = [digits, `0${digits}`, digits.replace(/^0/, "")].find((each) => each.length === length);
  if (found !== undefined && withCheckDigit(found.slice(0, -1)) === found) return found;
  return origin === "typed" && digits.length === length - 1 ? withCheckDigit(digits) : null;
}

function withCheckDigit(data: string): string {
  return `${data}${checkDigit(data)}`;
}

/** GS1 General Specifications, 7.9: digits weigh 3 and 1 in turn, from the right; the sum is filled up to tens. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    sum += Number(digit) * (index % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}
