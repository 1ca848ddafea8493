import { readQuery } from "./read-query";

/** Most that a link may be asked to weigh, kB; more is no budget for a mail. */
const MOST_KILOBYTES = 10_000;
const FEWEST_KILOBYTES = 10;
/** Budgets are rounded down to this: what differs by less is one picture. */
const KILOBYTE_STEP = 10;

/** How an address wants its picture written: parameters whose names begin with `_`, which no field has. */
export type AskedOutput = {
  /** `_size`: a size variant of the template, by its id, its name or as `600x600`; null is the template's own size. */
  size: string | null;
  /** `_scale`: pixels to a px of the canvas. */
  scale: 1 | 2 | 3;
  /** `_kb`: most kilobytes (1,000 bytes), in tens; null where the address says nothing. */
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

/** The nearest budget there is, in steps. */
function kilobytesIn(text: string): number | null {
  const asked = numberIn(text);
  if (asked === null) return null;
  const within = Math.min(MOST_KILOBYTES, Math.max(FEWEST_KILOBYTES, asked));
  return Math.floor(within / KILOBYTE_STEP) * KILOBYTE_STEP;
}

function numberIn(text: string): number | null {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : null;
}
