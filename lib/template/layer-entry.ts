import type { z } from "zod";
import type { FieldType } from "./field";
import type { LayerProblem } from "./problem";
import type { ResolvedLayer } from "./resolved";
import type { Layer } from "./schema";
import type { TextLimit } from "./text-limit";

/**
 * A control of the inspector, bound to one property of a layer by its path: names joined by dots, as
 * `setProperties` takes them (`opacity`, `style.fontSize`). The inspector draws these in order.
 */
export type Control =
  | {
      kind: "text";
      path: string;
      label: string;
      /** Most UTF-16 units that the property takes. */
      max: number;
      multiline?: boolean;
      placeholders?: boolean;
      hint?: string;
    }
  | { kind: "number"; path: string; label: string; min: number; max: number; step: number; unit?: string }
  | { kind: "share"; path: string; label: string }
  | { kind: "toggle"; path: string; label: string }
  | { kind: "choice"; path: string; label: string; options: readonly { value: string; label: string }[] }
  | { kind: "color"; path: string; label: string; optional?: boolean }
  | { kind: "colors"; path: string; label: string; max: number }
  | {
      kind: "fill";
      path: string;
      label: string;
      optional?: boolean;
      /** The property whose colour a new fill begins with. */
      beginsAs?: string;
      /** Whether it fills only a part of the box, so that the line of a gradient is not that of the box. */
      inPart?: boolean;
    }
  | { kind: "stroke"; path: string; label: string }
  | { kind: "outline"; path: string; label: string }
  | { kind: "highlight"; path: string; label: string }
  | { kind: "shadow"; path: string; label: string }
  | { kind: "font"; label: string }
  | { kind: "imageSource"; path: string; label: string }
  | { kind: "asset"; path: string; label: string; short?: string }
  | { kind: "focalPoint"; label: string }
  | { kind: "fields"; path: string; label: string; hint?: string };

/**
 * Controls under one heading. A control with `when` is drawn only for layers it says yes to; `limit` tells what the
 * layer can hold of a text, where that is less than the property takes.
 */
export type Section<L extends Layer = Layer> = {
  title: string;
  controls: readonly (Control & { when?(layer: L): boolean; limit?(layer: L): TextLimit })[];
};

/**
 * A property that a field or a rule can set; `path` as in `Control`. The inspector lists them by their labels.
 * A `color` ends a path to a colour or to the colour of a fill or stroke; an `image` is an image's source.
 */
export type Bindable = {
  path: string;
  label: string;
  kind: "color" | "number" | "share" | "image" | "boolean";
};

/** A place in a layer where a field stands; `path` is a JSON pointer inside the layer. */
export type FieldReference = { key: string; path: string; expects: FieldType | "any" };

/** What stands on the "add" menu: a type may offer several starting points. */
export type Preset<L extends Layer = Layer> = {
  id: string;
  label: string;
  /** How a drag draws it: from corner to corner, or along a line from end to end. Left out: a box. */
  drawn?: "box" | "line";
  /** A new layer in the middle of a canvas of this size, px. */
  create(id: string, canvas: Size): L;
};

export type Size = { width: number; height: number };

/**
 * What a layer type may ask while it puts values in place of fields. What `shown` and `plain` give is bounded for each
 * layer, so that a type need not count: past LIMITS.layerText they give nothing.
 */
export type ResolveContext = {
  /** Whether the field has no value. A field that does not exist has none. */
  missing(key: string): boolean;
  /** What stands for a placeholder: the value formatted, else the fallback, else nothing. `raw` is the placeholder as typed. */
  shown(key: string, raw: string): string;
  /** The web address a field holds, else the one its fallback holds, else null. */
  address(key: string): string | null;
  /**
   * What stands for a placeholder where it is read instead of shown: the value as given, cleaned, else the fallback,
   * else nothing; and the language its numbers are written in.
   */
  plain(key: string, raw: string): { text: string; locale: string };
  children(layers: readonly Layer[]): ResolvedLayer[];
  /** The moment that is shown, ms since 1970; null where none is known. */
  now: number | null;
  /** The document's time zone. */
  timeZone: string;
  /** Whether the design itself is shown, in which nothing is hidden. */
  inDesign: boolean;
  /** When a recipient first opened the picture, ms since 1970; null: it was not opened before now. */
  opened(recipient: string): number | null;
  /** Told by a layer that shows something else from a moment on, ms since 1970, without anything else changing. */
  changes(at: number): void;
  /** Told by a text layer that shows its phrase fallback. */
  saidPhrase(layerId: string): void;
};

/** A code as far as it can be read before values are in place. */
export type ReadableCode = {
  color: string;
  /** What is behind it; null when that is whatever lies below the layer. */
  background: string | null;
  /** Width of its narrowest part, px; null when that depends on values or cannot be told without encoding it. */
  module: number | null;
};

/**
 * Everything shared code needs to know of a layer type. One entry a type; shared code never lists types.
 * Members are methods so that an entry of one type serves where any entry is asked for.
 */
export type LayerEntry<L extends Layer = Layer> = {
  type: L["type"];
  /** Name of the type in the interface. */
  label: string;
  schema: z.ZodType<L>;
  /** A new layer of this type in the middle of the canvas, as a designer would want to start. */
  create(id: string, canvas: Size): L;
  /** A layer of this type without content: what repair fills gaps from, so that it never invents words. */
  blank(id: string, canvas: Size): L;
  presets: readonly Preset<L>[];
  /**
   * Properties that are what the layer says or shows, by name: what a lock of its content keeps, and all that may change
   * where the look is locked. Left out by types that have no content of their own.
   */
  content?: readonly string[];
  /**
   * Styles that stand inside the content, such as those of the stretches of a text: where the look is locked no other
   * ones may come in. Left out by types whose content has none.
   */
  stylesInContent?(layer: L): readonly unknown[];
  sections: readonly Section<L>[];
  /** What fields and rules can set besides what every layer has; nothing when left out. */
  bindable?: readonly Bindable[];
  /**
   * The layer saying another text, or showing other numbers, which may hold `{{key}}`; the same layer when it does not
   * take so long a text. Left out by types that say nothing.
   */
  withText?(layer: L, text: string): L;
  /** Size of the layer's text, px; left out by types without text. */
  fontSize?(layer: L): number;
  /** Whether what it shows flows in its width: a side handle wraps it anew, a corner scales it. Left out: no. */
  flows?: boolean;
  /**
   * What the layer says as a sentence, in which a field without a value leaves a hole; null where something else is
   * said then. Left out by types that say no sentences.
   */
  sentence?(layer: L): string | null;
  /** The layer with its text in another size, px, and nothing else scaled; left out by types without text. */
  withFontSize?(layer: L, fontSize: number): L;
  /**
   * The layer without what lies over the property at this path, so that a new value of it shows. The same layer when
   * nothing does; left out by types where nothing can.
   */
  uncovered?(layer: L, path: string): L;
  /** What a machine must be able to read; null when there is nothing to read. Left out by types that are no codes. */
  code?(layer: L): ReadableCode | null;
  /**
   * The layer with each picture of the library taken for what `assetFor` gives for its id, null being no picture; the
   * same layer when nothing changes. Left out by types that never show one.
   */
  withAssets?(layer: L, assetFor: (id: string) => string | null): L;
  /** References in this type's own properties, in reading order, duplicates kept; children are not counted. */
  fieldReferences(layer: L): FieldReference[];
  /** The layer with every reference of its own properties to `from` changed to `to`. */
  renameField(layer: L, from: string, to: string): L;
  /** Whether layers can be put inside. */
  holdsLayers: boolean;
  /** What is wrong inside this layer beyond references to fields; at the time `now`, ms since 1970, where it is told. */
  problems(layer: L, now?: number): LayerProblem[];
  /** Whether what it shows moves with the time by itself. Left out: no. */
  readsClock?: boolean;
  /** Direct children; empty for everything but containers. */
  children(layer: L): readonly Layer[];
  /** The same layer when the children are the same array. */
  withChildren(layer: L, children: readonly Layer[]): L;
  /** Scales what is measured in px inside the layer (font size, radius, stroke) when the box is scaled evenly. */
  scale(layer: L, factor: number): L;
  /** The layer with values in place of fields; the same layer when nothing in it depends on one. null leaves it out. */
  resolve(layer: L, context: ResolveContext): ResolvedLayer | null;
};
