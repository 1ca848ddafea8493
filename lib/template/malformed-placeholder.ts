import type { LayerProblem } from "./problem";

/** The problem of text that looks like a placeholder and is none; `path` is inside the layer. */
export function malformed(raw: string, path: string): LayerProblem {
  const shown = raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
  return {
    code: "malformed_placeholder",
    severity: "error",
    path,
    message:
      `Expected a field between the braces, such as {{first_name}}, got "${shown}". ` +
      "It is shown as it stands. Choose a field or take the braces away.",
  };
}
