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

const SCALES = new Map<string, AskedOutput["scale"]>([
  ["1", 1],
  ["2", 2],
  ["3", 3],
]);

/** Reads the output settings of a raw query string. What is not understood counts as not said. */
export function readOutput(rawQuery: string): AskedOutput {
  if (!rawQuery.includes("_")) return { size: null, scale: 1, kilobytes: null };
  const { control } = readQuery(rawQuery, []);
  const size = control.get("_size")?.trim() ?? "";
  return {
    size: size === "" ? null : size.slice(0, 80),
    scale: SCALES.get(control.get("_scale")?.trim() ?? "") ?? 1,
    kilobytes: kilobytesIn(control.get("_kb")?.trim() ?? ""),
  };
}

function kilobytesIn(text: string): number | null {
  if (!/^\d{1,6}$/.test(text)) return null;
  const kilobytes = Number(text);
  if (kilobytes < FEWEST_KILOBYTES || kilobytes > MOST_KILOBYTES) return null;
  return Math.floor(kilobytes / KILOBYTE_STEP) * KILOBYTE_STEP;
}
