import type { ToldProblem } from "../use-problems";

/** Where a layer begins in a document's pointers. */
const LAYER = /^\/layers\/\d+(?:\/children\/\d+)*/;

/** The place of a problem inside its layer: `/layers/2/children/0/style/color` becomes `/style/color`. */
export function placeInLayer({ path }: Pick<ToldProblem, "path">): string {
  return path.replace(LAYER, "");
}

/** The problems at a place inside their layer, each once: several layers may have the same. */
export function problemsAt(problems: readonly ToldProblem[], place: RegExp): ToldProblem[] {
  const found = problems.filter((problem) => place.test(placeInLayer(problem)));
  return [...new Map(found.map((problem) => [problem.message, problem])).values()];
}
