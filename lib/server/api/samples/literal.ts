/** How a language writes JSON values. Strings are written by `JSON.stringify`, which all of ours read the same. */
export type LiteralStyle = {
  /** Spaces to a step. */
  indent: number;
  null: string;
  true: string;
  false: string;
  /** The name of a property, with what divides it from its value. */
  key: (name: string) => string;
};

/** A JSON value as a literal of a language, on several lines, the first without and the others with `depth` steps. */
export function literal(value: unknown, style: LiteralStyle, depth = 0): string {
  if (value === null || value === undefined) return style.null;
  if (typeof value === "boolean") return value ? style.true : style.false;
  if (typeof value !== "object") return JSON.stringify(value);
  const [open, close, parts] = Array.isArray(value)
    ? ["[", "]", value.map((item) => literal(item, style, depth + 1))]
    : [
        "{",
        "}",
        Object.entries(value).flatMap(([name, inner]) =>
          inner === undefined ? [] : [`${style.key(name)}${literal(inner, style, depth + 1)}`],
        ),
      ];
  if (parts.length === 0) return open + close;
  const margin = " ".repeat(style.indent * depth);
  const inner = parts.map((part) => `${margin}${" ".repeat(style.indent)}${part},\n`);
  return `${open}\n${inner.join("")}${margin}${close}`;
}
