import { z } from "zod";
import { colour, layerBase } from "../primitives";

export const qrLayer = z.strictObject({
  ...layerBase,
  type: z.literal("qr"),
  /** What the code says; may hold `{{key}}`. */
  text: z.string().max(2000),
  color: colour,
  /** Colour behind the modules; null leaves the canvas visible. */
  background: colour.nullable(),
  /** Error correction as in ISO/IEC 18004: about 7, 15, 25 and 30 % of the code may be lost. */
  level: z.enum(["L", "M", "Q", "H"]),
  /** Quiet zone in modules. */
  margin: z.number().int().min(0).max(10),
});
export type QrLayer = z.infer<typeof qrLayer>;
