import { STARTER_CATEGORIES, type StarterCategory } from "@/lib/template/starters/category";
import type { StarterItem } from "@/lib/template/starters/starter-item";

/** Proportions people look for, by what they are called. */
export const STARTER_SHAPES = [
  { id: "wide", label: "Wide" },
  { id: "banner", label: "Banner" },
  { id: "square", label: "Square" },
  { id: "tall", label: "Tall" },
  { id: "paper", label: "Paper, A4" },
] as const;
export type StarterShape = (typeof STARTER_SHAPES)[number]["id"];

export type StarterFilter = {
  search: string;
  category: StarterCategory | "all";
  shape: StarterShape | "all";
};
export const NO_FILTER: StarterFilter = { search: "", category: "all", shape: "all" };

type Size = { width: number; height: number };

/** Sides of A4 to each other. */
const PAPER = Math.SQRT2;

export function shapeOf({ width, height }: Size): StarterShape {
  const ratio = width / height;
  if (Math.abs(ratio - PAPER) < 0.01) return "paper";
  if (ratio >= 2.5) return "banner";
  if (ratio > 1.05) return "wide";
  return ratio < 0.95 ? "tall" : "square";
}

/** The starters of a category and shape in which every word of the search begins a word, however it is accented. */
export function findStarters(starters: readonly StarterItem[], filter: StarterFilter): StarterItem[] {
  const wanted = wordsOf(filter.search);
  return starters.filter(
    (starter) =>
      (filter.category === "all" || starter.category === filter.category) &&
      (filter.shape === "all" || shapeOf(starter.size) === filter.shape) &&
      isFound(starter, wanted),
  );
}

/**
 * The workspace's own starters of a shape in whose name, or in the name of who saved them, every word of the search
 * begins a word. They are of no category.
 */
export function findOwnStarters<Own extends { name: string; by: string; size: Size | null }>(
  starters: readonly Own[],
  filter: StarterFilter,
): Own[] {
  if (filter.category !== "all") return [];
  const wanted = wordsOf(filter.search);
  return starters.filter(({ name, by, size }) => {
    if (filter.shape !== "all" && (size === null || shapeOf(size) !== filter.shape)) return false;
    const words = wordsOf(`${name} ${by}`);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function isFound({ name, category, keywords, fields }: StarterItem, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const label = STARTER_CATEGORIES.find(({ id }) => id === category)?.label ?? "";
  const words = wordsOf([name, label, keywords, ...fields.map((field) => field.label)].join(" "));
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

/** Words as they are compared: "E-mail" is found as "email" and as "mail". */
function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(/[\s,/]+/u).filter((word) => word !== "");
  return words.flatMap((word) =>
    word.includes("-") ? [word, word.replaceAll("-", ""), ...word.split("-").filter(Boolean)] : [word],
  );
}
