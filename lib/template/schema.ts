import { z } from "zod";
import { field } from "./field";
import { type GroupLayer, groupLayer } from "./layers/group";
import { type ImageLayer, imageLayer } from "./layers/image";
import { type QrLayer, qrLayer } from "./layers/qr";
import { type ShapeLayer, shapeLayer } from "./layers/shape";
import { type TextLayer, textLayer } from "./layers/text";
import { LIMITS } from "./limits";
import { displayName, fieldKey, fill, localId } from "./primitives";

/** Version of the shape below. Each step up has one migration. */
export const SCHEMA_VERSION = 1;

export type Layer = TextLayer | ImageLayer | ShapeLayer | QrLayer | GroupLayer;
export type LayerType = Layer["type"];

export const layer: z.ZodType<Layer> = z.lazy(() =>
  z.discriminatedUnion("type", [textLayer, imageLayer, shapeLayer, qrLayer, groupLayer]),
);

/** A row of values to preview with. Values are text, as a sender would send them. */
export const sampleRow = z.strictObject({
  id: localId,
  name: displayName,
  values: z.record(fieldKey, z.string().max(LIMITS.value)),
});
export type SampleRow = z.infer<typeof sampleRow>;

/** The shape of a document; `openDocument` also checks what a shape cannot say (unique ids and keys, depth). */
export const documentSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** Canvas size, px. */
  width: z.number().int().min(1).max(LIMITS.canvasSide),
  height: z.number().int().min(1).max(LIMITS.canvasSide),
  /** Width at which the picture is shown, px; the `<img>` of copied HTML carries it. */
  displayWidth: z.number().int().min(1).max(LIMITS.canvasSide),
  /** null is transparent. */
  background: fill.nullable(),
  /** Alternative text of the picture; may hold `{{key}}`. */
  alt: z.string().max(500),
  fields: z.array(field).max(LIMITS.fields),
  samples: z.array(sampleRow).max(LIMITS.sampleRows),
  /** Back to front. */
  layers: z.array(layer).max(LIMITS.layers),
});
export type Document = z.infer<typeof documentSchema>;
