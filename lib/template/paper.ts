type Size = { width: number; height: number };

/** Sheets that people print on, upright, in points of 1/72 of an inch. */
const PAPERS = [
  { name: "A4", short: 595.28, long: 841.89 },
  { name: "Letter", short: 612, long: 792 },
] as const;

/** Points to a px of CSS: 1/72 against 1/96 of an inch. */
const POINTS = 0.75;

/** A smaller canvas is no sheet: one px off would be another shape. */
const SHORTEST = 500;

/** A page of PDF. Lengths in points. */
export type PageSize = Size & {
  /** The paper it is a sheet of, exactly; null: it is as large as its canvas. */
  paper: (typeof PAPERS)[number]["name"] | null;
};

/**
 * The page that a canvas (px) becomes. One with the sides of A4 or Letter to each other, to a px, is a sheet of that
 * paper, however many px it has; any other is as large as it is in CSS, where 1 px is 0.75 pt.
 */
export function pageSize({ width, height }: Size): PageSize {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const sheet =
    shorter < SHORTEST
      ? undefined
      : PAPERS.find(({ short, long }) => Math.abs(longer - (shorter * long) / short) <= 1);
  if (!sheet) return { width: width * POINTS, height: height * POINTS, paper: null };
  const { name: paper, short, long } = sheet;
  return width > height ? { width: long, height: short, paper } : { width: short, height: long, paper };
}
