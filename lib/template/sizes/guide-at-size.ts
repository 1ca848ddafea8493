import type { Size } from "../layer-entry";
import { evenFactor } from "../layers-at-size";
import { LIMITS } from "../limits";
import type { Guide } from "../primitives";

/** A guide of the design as it stands in another size: in the frame that layers are scaled in. */
export function guideAtSize(guide: Guide, design: Size, size: Size): Guide {
  const { factor, margin } = frameOf(guide, design, size);
  return { ...guide, at: tidy(guide.at * factor + margin) };
}

/** The guide of the design that stands in a size where this one does. */
export function guideInDesign(guide: Guide, design: Size, size: Size): Guide {
  const { factor, margin } = frameOf(guide, design, size);
  return { ...guide, at: tidy((guide.at - margin) / factor) };
}

function frameOf({ axis }: Guide, design: Size, size: Size): { factor: number; margin: number } {
  const factor = evenFactor(design, size);
  const side = axis === "x" ? "width" : "height";
  return { factor, margin: (size[side] - design[side] * factor) / 2 };
}

function tidy(length: number): number {
  const px = Math.round(length * 1e4) / 1e4 + 0;
  return Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, px));
}
