import type { BrandValue } from "./brand";
import type { Fill } from "./primitives";

/** What a text style gives a layer, by the layer's paths. */
export const STYLE_PATHS = [
  "style.fontFamily",
  "style.fontWeight",
  "style.italic",
  "style.fontSize",
  "style.letterSpacing",
  "style.transform",
  "style.color",
  "lineHeight",
] as const;

/** The path by which a layer follows a text style. */
export const TEXT_STYLE_PATH = "style";

/** The properties that following a value at this path decides. */
export function decidedPaths(path: string): readonly string[] {
  return path === TEXT_STYLE_PATH ? STYLE_PATHS : [path];
}

/**
 * What a value of the kit comes to at a path of a layer, by path; null when that property cannot have such a value. A
 * place without any fill or colour takes none: whoever took it away meant it.
 */
export function brandPatches(target: unknown, path: string, value: BrandValue): Map<string, unknown> | null {
  if (value.kind === "textStyle") {
    if (path !== TEXT_STYLE_PATH) return null;
    const { lineHeight, fontFamily, fontWeight, italic, fontSize, letterSpacing, transform, color } = value;
    const style = { fontFamily, fontWeight, italic, fontSize, letterSpacing, transform, color };
    const entries = Object.entries(style).map(([name, to]): [string, unknown] => [`style.${name}`, to]);
    return new Map([...entries, ["lineHeight", lineHeight]]);
  }
  if (path === TEXT_STYLE_PATH) return null;
  const to = plainValue(valueAt(target, path), path, value);
  return to === undefined ? null : new Map([[path, to]]);
}

function plainValue(
  current: unknown,
  path: string,
  value: Exclude<BrandValue, { kind: "textStyle" }>,
): unknown {
  switch (value.kind) {
    case "font":
      return path.endsWith("fontFamily") ? value.fontFamily : undefined;
    case "logo":
      if (path === "source") return { kind: "asset", assetId: value.assetId };
      return path === "replacement" && current !== null ? value.assetId : undefined;
    case "gradient":
      return isFill(current) ? value.fill : undefined;
    case "color": {
      const solid: Fill = { kind: "solid", color: value.color };
      if (isFill(current)) return solid;
      return isColour(current) ? value.color : undefined;
    }
  }
}

function isFill(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && ("stops" in value || "color" in value) && "kind" in value
  );
}

function isColour(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("#");
}

/** What stands at a path; undefined where there is nothing of that name. */
export function valueAt(target: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  }, target);
}
