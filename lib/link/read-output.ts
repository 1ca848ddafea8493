import { readQuery } from "./read-query";

/**
 * Budgets there are, kB, largest first. Few, because each is a picture of its own whose quality has to be found; a
 * mail keeps 200 or less, and with more than the largest nothing becomes better.
 */
const BUDGETS = [2_000, 1_000, 500, 300, 200, 150, 100, 50, 20] as const;
const SMALLEST_BUDGET = 20;

/** How an address wants its picture written: parameters whose names begin with `_`, which no field has. */
export type AskedOutput = {
  /** `_size`: a size variant of the template, by its id, its name or as `600x600`; null is the template's own size. */
  size: string | null;
  /** `_scale`: pixels to a px of the canvas. */
  scale: 1 | 2 | 3;
  /** `_kb`: most kilobytes (1,000 bytes), one of a few budgets; null where the address says nothing. */
  kilobytes: number | null;
};

/** Reads the output settings of a raw query string. What is no number counts as not said; what is too much or too little becomes the nearest there is. */
export function readOutput(rawQuery: string): AskedOutput {
  if (!rawQuery.includes("_")) return { size: null, scale: 1, kilobytes: null };
  const { control } = readQuery(rawQuery, []);
  const size = control.get("_size")?.trim() ?? "";
  return {
    size: size === "" ? null : size.slice(0, 80),
    scale: scaleIn(control.get("_scale")?.trim() ?? ""),
    kilobytes: kilobytesIn(control.get("_kb")?.trim() ?? ""),
  };
}

/** The nearest whole scale from 1 to 3. */
function scaleIn(text: string): AskedOutput["scale"] {
  const asked = numberIn(text);
  if (asked === null || asked < 1.5) return 1;
  return asked < 2.5 ? 2 : 3;
}

/** The largest budget that is no more than asked for; the smallest where all are more. */
function kilobytesIn(text: string): number | null {
  const asked = numberIn(text);
  if (asked === null) return null;
  return BUDGETS.find((budget) => budget <= asked) ?? SMALLEST_BUDGET;
}

function numberIn(text: string): number | null {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : null;
}
