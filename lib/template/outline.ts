import { z } from "zod";
import { LIMITS } from "./limits";

/** Side of the square that an outline is drawn in; it is stretched over the box of its layer. */
export const OUTLINE_SIDE = 24;

const N = "-?\\d{1,2}(?:\\.\\d{1,3})?";
const POINT = `${N} ${N}`;
/** Every command begins with a letter of its own, so it is read in one go, whatever is sent. */
const OUTLINE = new RegExp(`^(?:M${POINT}(?:L${POINT}|C${POINT} ${POINT} ${POINT}|Z)*)*$`);

/**
 * An outline as SVG path data of the plainest kind: absolute moves, lines, cubic curves and closings, single spaces, at
 * most two digits before the point and three after it. Nothing else passes, so it can stand in any SVG. Empty: nothing.
 */
export const outline = z
  .string()
  .max(LIMITS.outline)
  .regex(OUTLINE, "An outline has absolute M, L, C and Z commands only, inside -99 to 99.");

/** Points of an outline, control points too, with their command: `["C", 1, 2, 3, 4, 5, 6]`. */
export function outlineCommands(data: string): [string, number[]][] {
  return Array.from(data.matchAll(/([MLCZ])([^MLCZ]*)/g), ([, letter = "", numbers = ""]) => [
    letter,
    numbers === "" ? [] : numbers.split(" ").map(Number),
  ]);
}
