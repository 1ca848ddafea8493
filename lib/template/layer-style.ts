import { type Patch, patchLayer } from "./patch-layer";
import type { Fill } from "./primitives";
import { bindablesOf } from "./registry";
import type { Layer } from "./schema";

/** A copied look: the type it is of, its values by path, and the one colour it has before all others. */
export type LayerStyle = {
  type: string;
  values: Readonly<Record<string, unknown>>;
  color: string | null;
};

/**
 * Properties that make a look and mean the same wherever a layer has them. What is said, where it stands and how large
 * its box is are not among them.
 */
const LOOK: readonly string[] = [
  "opacity",
  "shadow",
  "radius",
  "fill",
  "stroke",
  "highlight",
  "style.fontFamily",
  "style.fontWeight",
  "style.italic",
  "style.fontSize",
  "style.color",
  "style.letterSpacing",
  "style.underline",
  "style.transform",
  "lineHeight",
  "color",
  "background",
  "emptyColor",
  "track",
];

/** Paths of colours that two types may hold under different names: letters, modules, filled areas. */
const COLOURS: ReadonlySet<string> = new Set(["fill", "style.color", "color"]);

/** The look of a layer, for `withStyle`. */
export function styleOf(layer: Layer): LayerStyle {
  const values: Record<string, unknown> = {};
  for (const path of LOOK) {
    const value = valueAt(layer, path);
    if (value !== undefined) values[path] = value;
  }
  return { type: layer.type, values, color: mainColour(layer) };
}

/**
 * The layer with as much of the look as it can have: all that both types know by the same name, and the main colour of
 * the one as the main colour of the other where they do not. The same layer when nothing fits.
 */
export function withStyle(layer: Layer, { type, values, color }: LayerStyle): Layer {
  const isSameType = type === layer.type;
  let next = layer;
  for (const [path, value] of Object.entries(values)) {
    if (!LOOK.includes(path) || valueAt(layer, path) === undefined) continue;
    if (!isSameType && COLOURS.has(path)) continue;
    next = patched(next, path, value);
  }
  if (isSameType) return next;
  const fill = values.fill;
  const withFill =
    isGradient(fill) && valueAt(layer, "fill") !== undefined ? patched(next, "fill", fill) : next;
  return withFill !== next || color === null ? withFill : withMainColour(next, color);
}

/** Sets one property; a line that a type describes by fewer or by more names takes what it knows. */
function patched(layer: Layer, path: string, value: unknown): Layer {
  const set = (to: unknown) => {
    const patches: Patch[] = [{ path: path.split("."), value: to }];
    return patchLayer(layer, patches);
  };
  const next = set(value);
  if (next !== layer || typeof value !== "object" || value === null) return next;
  const { dash: _dash, ...plain } = { dash: "solid", ...value };
  const shorter = set(plain);
  return shorter === layer ? set({ dash: "solid", ...value }) : shorter;
}

/** The path of the colour that a type names first among what can be set, such as `fill.color`; null when it has none. */
function mainPath(layer: Layer): string | null {
  return bindablesOf(layer).find(({ kind }) => kind === "color")?.path ?? null;
}

function mainColour(layer: Layer): string | null {
  const path = mainPath(layer);
  const value = path === null ? undefined : valueAt(layer, path);
  return typeof value === "string" ? value : null;
}

function withMainColour(layer: Layer, color: string): Layer {
  const path = mainPath(layer);
  if (path === null) return layer;
  const next = patched(layer, path, color);
  if (next !== layer || !path.endsWith(".color")) return next;
  const solid: Fill = { kind: "solid", color };
  return patched(layer, path.slice(0, -".color".length), solid);
}

function isGradient(value: unknown): boolean {
  return typeof value === "object" && value !== null && "stops" in value;
}

function valueAt(target: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  }, target);
}
