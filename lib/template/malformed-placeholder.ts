import type { LayerProblem } from "./problem";
import { quoted } from "./short-text";

/** The problem of text that looks like a placeholder and is none; `path` is inside the layer. */
export function malformed(raw: string, path: string): LayerProblem {
  return {
    code: "malformed_placeholder",
    severity: "error",
    path,
    message:
      `Expected a field between the braces, such as {{first_name}}, got ${quoted(raw)}. ` +
      "It is shown as it stands. Choose a field or take the braces away.",
  };
}
