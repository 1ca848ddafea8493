import { AppError } from "@/lib/errors";
import { LIST_BOUNDS } from "./list-bounds";

/** Counts the texts of a list as they come, and ends with a sentence where all together are longer than a list may be. */
export function countCharacters(most: number = LIST_BOUNDS.characters): (cells: readonly string[]) => void {
  let total = 0;
  return (cells) => {
    for (const { length } of cells) total += length;
    if (total > most) throw tooMuchText(most);
  };
}

function tooMuchText(most: number): AppError {
  const shown = most >= 1024 * 1024 ? `${Math.floor(most / 1024 / 1024)} million` : most.toLocaleString("en");
  return new AppError(
    "too_large",
    `Expected a list whose cells have at most ${shown} characters together, got more. Leave out columns that no picture needs, or divide the list.`,
  );
}
