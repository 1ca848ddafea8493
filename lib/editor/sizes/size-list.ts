import type { Document } from "@/lib/template/schema";
import type { Override } from "@/lib/template/variant";
import type { EditorState } from "../store";

/** One size of a design, the design's own among them; lengths in px. */
export type ListedSize = {
  /** null is the design's own size. */
  id: string | null;
  name: string;
  width: number;
  height: number;
  displayWidth: number;
  /** How many properties of layers it overrides. */
  overrides: number;
};

export const DESIGN_NAME = "Design";

/** All sizes of a design in their order, its own first. */
export function listSizes({ width, height, displayWidth, variants }: Document): ListedSize[] {
  return [
    { id: null, name: DESIGN_NAME, width, height, displayWidth, overrides: 0 },
    ...variants.map((variant) => ({
      id: variant.id,
      name: variant.name || `${variant.width} × ${variant.height}`,
      width: variant.width,
      height: variant.height,
      displayWidth: variant.displayWidth,
      overrides: countOverrides(variant.overrides),
    })),
  ];
}

function countOverrides(overrides: Readonly<Record<string, Override>>): number {
  return Object.values(overrides).reduce((sum, own) => sum + Object.keys(own).length, 0);
}

/** The size after (`1`) or before (`-1`) the one at hand, round and round; the same when there is no other. */
export function nextSize({ design, sizeId }: EditorState, by: 1 | -1): ListedSize | null {
  const sizes = listSizes(design);
  const at = sizes.findIndex(({ id }) => id === sizeId);
  return sizes.length < 2 ? null : (sizes[(at + by + sizes.length) % sizes.length] ?? null);
}

/** What the size at hand overrides, by layer; null while the design's own is. The same object until it changes. */
export function overridesAtHand({ design, sizeId }: EditorState): Readonly<Record<string, Override>> | null {
  return design.variants.find(({ id }) => id === sizeId)?.overrides ?? null;
}
