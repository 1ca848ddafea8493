import { z } from "zod";

/** What helps to place things and is on no picture: rulers with guides, a grid, the safe area. */
export const aids = z.object({
  rulers: z.boolean().catch(false),
  grid: z.boolean().catch(false),
  /** Distance of the grid's lines, canvas px. */
  gridStep: z.number().int().min(2).max(500).catch(20),
  safeArea: z.boolean().catch(false),
});
export type Aids = z.infer<typeof aids>;

/** Steps that the menu offers, canvas px. */
export const GRID_STEPS = [4, 5, 8, 10, 16, 20, 25, 40, 50, 100] as const;

export const NO_AIDS: Aids = { rulers: false, grid: false, gridStep: 20, safeArea: false };

/** The aids as they were kept; whatever cannot be read is as on the first day. */
export function readAids(text: string | null): Aids {
  try {
    return aids.parse(JSON.parse(text ?? "{}"));
  } catch {
    return NO_AIDS;
  }
}
