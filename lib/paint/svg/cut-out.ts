import { growBounds, intersectBounds } from "../bounds";
import type { Painted } from "../layers/layer-painter";
import { px } from "./numbers";
import { type Place, placed, placeTransform } from "./placed";

/** Clear margin around what masks, px: antialiased edges reach a little further than bounds say. */
const MARGIN = 1;

/** What masks, as it is painted in its own box and where that box lies, and its ink in the same box as the others. */
export type Mask = Painted & { place: Place };

/**
 * What was painted as far as a mask has ink: its opacity counts, its colours do not. An opaque outline cuts as a
 * clip path, which is sharper and quicker; anything else as an alpha mask. A mask without ink cuts nothing. `id`
 * names the definition and must be unique in the picture.
 */
export function cutOut(painted: Painted, mask: Mask, id: string): Painted {
  if (!mask.ink || !painted.ink) return painted;
  const ink = intersectBounds(painted.ink, mask.ink);
  if (!ink) return { svg: "", ink: null };
  const { outline, place } = mask;
  if (outline !== undefined) {
    const path = `<path d="${outline}" transform="${placeTransform(place)}"/>`;
    const definition = `<clipPath id="${id}">${path}</clipPath>`;
    return { svg: `${definition}<g clip-path="url(#${id})">${painted.svg}</g>`, ink };
  }
  const { left, top, right, bottom } = growBounds(ink, MARGIN);
  const region = `x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}"`;
  const definition = `<mask id="${id}" mask-type="alpha" maskUnits="userSpaceOnUse" ${region}>${placed(mask.svg, place)}</mask>`;
  return { svg: `${definition}<g mask="url(#${id})">${painted.svg}</g>`, ink };
}
