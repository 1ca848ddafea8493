import type { Document, Layer } from "./schema";
import { pathTo } from "./tree";
import type { Override, Variant } from "./variant";
import { documentAtSize } from "./variants";

/** A size that was there before a change and is still. */
export type KeptSize = { was: Variant; is: Variant };

export function keptSizes(before: Document, after: Document): KeptSize[] {
  return before.variants.flatMap((was) => {
    const is = after.variants.find(({ id }) => id === was.id);
    return is === undefined ? [] : [{ was, is }];
  });
}

/** Both states of a document in one of its sizes, as plain documents. */
export type AtSize = { was: Document; is: Document };

/**
 * The document before and after a change in each size in which the change may have moved one of these layers: those where
 * neither the layers on the canvas that hold them, nor the measures, nor the size itself have changed are left out. Where
 * measures have changed the earlier state is laid out in the new ones: another canvas alone moves nobody.
 */
export function statesAtSizes(before: Document, after: Document, ids: readonly string[]): AtSize[] {
  const isCanvas = before.width === after.width && before.height === after.height;
  const isUntouched = isCanvas && ids.every((id) => pathTo(before, id)[0] === pathTo(after, id)[0]);
  return keptSizes(before, after).flatMap(({ was, is }) => {
    if (isUntouched && was === is) return [];
    const { width, height } = is;
    const laidOut = { ...before, width: after.width, height: after.height };
    return [
      {
        was: documentAtSize({ ...laidOut, variants: [{ ...was, width, height }] }, was.id),
        is: documentAtSize(after, is.id),
      },
    ];
  });
}

/** Whether a size shows or hides the layer as before, and its text as large. */
export function looksTheSame({ id, visible }: Layer, { was, is }: KeptSize): boolean {
  const [one, other] = [overrideOf(was, id), overrideOf(is, id)];
  return (one.visible ?? visible) === (other.visible ?? visible) && one.fontSize === other.fontSize;
}

function overrideOf({ overrides }: Variant, id: string): Override {
  return (Object.hasOwn(overrides, id) ? overrides[id] : undefined) ?? {};
}
