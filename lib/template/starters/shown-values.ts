import type { Document } from "../schema";

/** What the address of a picture calls the row without any value. */
export const NO_VALUES = "none";

/** Fields that hold a person's name, and whether they hold the first word of it alone. */
const NAMES: readonly { key: string; firstWord: boolean }[] = [
  { key: "first_name", firstWord: true },
  { key: "full_name", firstWord: false },
];

/**
 * The values a starter is shown with: a sample row's, the first one's by default, none for `NO_VALUES`, with the
 * visitor's own name where the row has a name. Undefined when it has no such row.
 */
export function shownValues(
  { samples }: Document,
  { row, name = "" }: { row?: string | undefined; name?: string | undefined },
): Record<string, string> | undefined {
  if (row === NO_VALUES) return {};
  const shown = row === undefined ? samples[0] : samples.find(({ id }) => id === row);
  if (shown === undefined) return undefined;
  const whole = name.trim();
  if (whole === "") return shown.values;
  const first = /\S+/u.exec(whole)?.[0] ?? whole;
  const own = NAMES.filter(({ key }) => (shown.values[key] ?? "") !== "").map(({ key, firstWord }) => [
    key,
    firstWord ? first : whole,
  ]);
  return { ...shown.values, ...Object.fromEntries(own) };
}
