import { z } from "zod";
import { LIMITS } from "./limits";
import { angle, coordinate, displayName, localId, side } from "./primitives";

/** A side of a canvas, px. */
export const canvasSide = z.number().int().min(1).max(LIMITS.canvasSide);

/** What a layer has of its own in another size, in px of that size; a layer inside a group is placed in the group. */
export const override = z
  .strictObject({
    x: coordinate,
    y: coordinate,
    width: side,
    height: side,
    rotation: angle,
    visible: z.boolean(),
    /** Size of the layer's text, px; runs of other sizes keep their ratio to it. */
    fontSize: z.number().min(LIMITS.fontSizeMin).max(LIMITS.fontSizeMax),
  })
  .partial();
export type Override = z.infer<typeof override>;

/** The same picture in another size. What it does not override follows from the document; see `documentAtSize`. */
export const variant = z.strictObject({
  id: localId,
  name: displayName,
  /** Canvas size and shown width, px. */
  width: canvasSide,
  height: canvasSide,
  displayWidth: canvasSide,
  /** By the ids of layers that are in the document. */
  overrides: z.record(localId, override),
});
export type Variant = z.infer<typeof variant>;
