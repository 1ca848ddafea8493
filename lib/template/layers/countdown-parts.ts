/** Units that a countdown can show, largest first, with their lengths in ms. A day is 24 hours, whatever clocks do. */
export const UNITS = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1_000],
] as const;

export type Unit = (typeof UNITS)[number][0];

/** Numbers of the units that are shown, and how long it stays so, ms: when it changes next, or is over. */
export type CountdownParts = { parts: { unit: Unit; count: number }[]; lasts: number };

/**
 * What a countdown shows of the time that is left, ms. The largest unit shown carries what larger ones would hold, and
 * the smallest is rounded up: zeros mean that it is over, and nothing less does.
 */
export function countdownParts(left: number, isShown: (unit: Unit) => boolean): CountdownParts {
  const shown = UNITS.filter(([unit]) => isShown(unit));
  const smallest = shown.at(-1)?.[1] ?? 1;
  const steps = Math.max(0, Math.ceil(left / smallest));
  let rest = steps * smallest;
  const parts = shown.map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return { unit, count };
  });
  return { parts, lasts: steps === 0 ? Number.POSITIVE_INFINITY : left - (steps - 1) * smallest };
}
