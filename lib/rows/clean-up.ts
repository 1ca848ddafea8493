import { z } from "zod";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import { applyCase } from "@/lib/template/text-case";
import { MOST_COLUMNS } from "./mapping";

/** What can be done to the cells of a column before they become values: the formats that fields know, too. */
export const CLEAN_UPS = ["spaces", "name", "sentence", "lower", "upper", "first_word"] as const;
export type CleanUpKind = (typeof CLEAN_UPS)[number];

export const cleanUp = z.strictObject({
  /** From 0. */
  column: z
    .number()
    .int()
    .min(0)
    .max(MOST_COLUMNS - 1),
  kind: z.enum(CLEAN_UPS),
});
export type CleanUp = z.infer<typeof cleanUp>;

/** A cell after one clean-up. `name` and `sentence` leave alone what has both cases already. `locale`: BCP 47. */
export function cleanCell(cell: string, kind: CleanUpKind, locale: string): string {
  switch (kind) {
    case "spaces":
      return cell.replace(/\s+/gu, " ").trim();
    case "first_word":
      return cell.trim().split(/\s/u)[0] ?? "";
    case "name":
    case "sentence":
    case "lower":
    case "upper":
      return applyCase(cell, { ...DEFAULT_FORMAT, case: kind, onlyWhenOneCase: true, locale });
  }
}
