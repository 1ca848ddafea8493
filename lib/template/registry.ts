import type { z } from "zod";
import type { FieldType } from "./field";
import type { Layer, LayerType } from "./schema";

/** A control of the inspector, bound to one property of a layer by its path. The inspector draws these in order. */
export type Control =
  | { kind: "text"; path: string; label: string; multiline?: boolean; placeholders?: boolean; hint?: string }
  | { kind: "number"; path: string; label: string; min: number; max: number; step: number; unit?: string }
  | { kind: "share"; path: string; label: string }
  | { kind: "toggle"; path: string; label: string }
  | { kind: "choice"; path: string; label: string; options: readonly { value: string; label: string }[] }
  | { kind: "color"; path: string; label: string; optional?: boolean }
  | { kind: "fill"; path: string; label: string; optional?: boolean }
  | { kind: "stroke"; path: string; label: string }
  | { kind: "font"; label: string }
  | { kind: "imageSource"; path: string; label: string }
  | { kind: "asset"; path: string; label: string }
  | { kind: "focalPoint"; label: string };

/** Controls under one heading; `when` hides the section for layers it does not apply to. */
export type Section<L extends Layer = Layer> = {
  title: string;
  controls: readonly (Control & { when?: (layer: L) => boolean })[];
};

/** A place in a layer where a field can stand: text with `{{key}}`, or a property bound to a field. */
export type FieldReference = { key: string; path: string; expects: FieldType | "any" };

/** Everything shared code needs to know of a layer type. One entry a type; shared code never lists types. */
export type LayerEntry<L extends Layer = Layer> = {
  type: L["type"];
  /** Name of the type in the interface. */
  label: string;
  schema: z.ZodType<L>;
  /** A new layer of this type in the middle of a box of `width` x `height`, with the given id. */
  create: (id: string, canvas: { width: number; height: number }) => L;
  sections: readonly Section<L>[];
  /** Every reference to a field, in reading order, duplicates kept. */
  fieldReferences: (layer: L) => FieldReference[];
  /** The layer with every reference to `from` changed to `to`. */
  renameField: (layer: L, from: string, to: string) => L;
  /** Direct children; empty for everything but containers. */
  children: (layer: L) => readonly Layer[];
  withChildren: (layer: L, children: Layer[]) => L;
  /** Scales what is measured in px inside the layer (font size, radius, stroke) when the box is scaled evenly. */
  scale: (layer: L, factor: number) => L;
};

export type { LayerType };
