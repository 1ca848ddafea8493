import { z } from "zod";
import { type Field, field } from "./field";
import { type BarcodeLayer, barcodeLayer } from "./layers/barcode";
import { type ChartLayer, chartLayer } from "./layers/chart";
import { type CountdownLayer, countdownLayer } from "./layers/countdown";
import { type GroupLayer, groupLayer } from "./layers/group";
import { type ImageLayer, imageLayer } from "./layers/image";
import { type ProgressLayer, progressLayer } from "./layers/progress";
import { type QrLayer, qrLayer } from "./layers/qr";
import { type RatingLayer, ratingLayer } from "./layers/rating";
import { type ShapeLayer, shapeLayer } from "./layers/shape";
import { type TextLayer, textLayer } from "./layers/text";
import { LIMITS } from "./limits";
import { brandToken, displayName, fieldKey, fill, guide, localId, plainText, timeZone } from "./primitives";
import { canvasSide, type Variant, variant } from "./variant";

/** Version of the shape below. Each step up has one migration. */
export const SCHEMA_VERSION = 4;

export type Layer =
  | TextLayer
  | ImageLayer
  | ShapeLayer
  | QrLayer
  | BarcodeLayer
  | ProgressLayer
  | RatingLayer
  | ChartLayer
  | CountdownLayer
  | GroupLayer;
export type LayerType = Layer["type"];

export const layer: z.ZodType<Layer> = z.lazy(() =>
  z.discriminatedUnion("type", [
    textLayer,
    imageLayer,
    shapeLayer,
    qrLayer,
    barcodeLayer,
    progressLayer,
    ratingLayer,
    chartLayer,
    countdownLayer,
    groupLayer,
  ]),
);

/** A row of values to preview with. Values are text, as a sender would send them. */
export const sampleRow = z.strictObject({
  id: localId,
  name: displayName,
  values: z.record(fieldKey, plainText(LIMITS.value)),
});
export type SampleRow = z.infer<typeof sampleRow>;

/** What the shape of a document cannot say: layers and keys that are alone of their name, few and not too deep. */
export function checkRules(
  doc: { layers: Layer[]; fields: Field[]; samples: SampleRow[]; variants: Variant[] },
  context: Pick<z.RefinementCtx, "addIssue">,
) {
  const report = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });

  const ids = new Set<string>();
  const visit = (layers: readonly Layer[], path: (string | number)[], depth: number) => {
    for (const [index, item] of layers.entries()) {
      const here = [...path, index];
      if (ids.has(item.id))
        report([...here, "id"], `Layer id "${item.id}" is used twice. Each layer has its own.`);
      ids.add(item.id);
      if (depth > LIMITS.groupDepth) report(here, `Groups are nested at most ${LIMITS.groupDepth} deep.`);
      else if ("children" in item) visit(item.children, [...here, "children"], depth + 1);
    }
  };
  visit(doc.layers, ["layers"], 1);
  if (ids.size > LIMITS.layers) report(["layers"], `At most ${LIMITS.layers} layers, got ${ids.size}.`);

  const keys = new Set<string>();
  for (const [index, { key }] of doc.fields.entries()) {
    if (keys.has(key)) report(["fields", index, "key"], `Field key "${key}" is used twice. Choose another.`);
    keys.add(key);
  }
  const rows = new Set<string>();
  for (const [index, { id }] of doc.samples.entries()) {
    if (rows.has(id))
      report(["samples", index, "id"], `Sample id "${id}" is used twice. Each row has its own.`);
    rows.add(id);
  }
  const sizes = new Set<string>();
  for (const [index, { id, overrides }] of doc.variants.entries()) {
    if (sizes.has(id))
      report(["variants", index, "id"], `Size id "${id}" is used twice. Each size has its own.`);
    sizes.add(id);
    for (const layerId of Object.keys(overrides)) {
      if (!ids.has(layerId))
        report(["variants", index, "overrides", layerId], `There is no layer "${layerId}".`);
    }
  }
}

/**
 * A whole document. Ask it only about data of bounded depth, as `openDocument` does: zod works by recursion.
 */
export const documentSchema = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    /** Canvas size, px. */
    width: canvasSide,
    height: canvasSide,
    /** Width at which the picture is shown, px; the `<img>` of copied HTML carries it. */
    displayWidth: canvasSide,
    /** null is transparent. */
    background: fill.nullable(),
    /** The value of the brand kit that the background follows; null is none. */
    backgroundToken: brandToken.nullable(),
    /** Key of a field whose colour is the background while it has a value; null is none. */
    backgroundKey: fieldKey.nullable(),
    /** Alternative text of the picture; may hold `{{key}}`. */
    alt: plainText(LIMITS.alt),
    /** Whose day is today for the rules. */
    timeZone,
    fields: z.array(field).max(LIMITS.fields),
    samples: z.array(sampleRow).max(LIMITS.sampleRows),
    /** Back to front. */
    layers: z.array(layer).max(LIMITS.layers),
    /** Lines drawn from the rulers, for the designer alone. */
    guides: z.array(guide).max(LIMITS.guides),
    /** Other sizes of the same picture. */
    variants: z.array(variant).max(LIMITS.variants),
  })
  .superRefine(checkRules);
export type Document = z.infer<typeof documentSchema>;
