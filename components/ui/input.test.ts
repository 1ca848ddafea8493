import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wcagContrast } from "culori";
import { describe, expect, test } from "vitest";
import { INPUT_LOOK } from "./input";

/** WCAG 1.4.11: the edge that shows where one can type. */
const LEAST = 3;

const CSS = readFileSync(join(import.meta.dirname, "../../app/globals.css"), "utf8");

describe.each(["light", "dark"])("%s", (theme) => {
  test.each(["panel", "bg", "raised"])(
    "the edge of a field stands out from %s, more under the pointer",
    (behind) => {
      const contrast = (variant: string) =>
        wcagContrast(tokenOf(theme, ringOf(variant)), tokenOf(theme, behind));
      expect(contrast("")).toBeGreaterThanOrEqual(LEAST);
      expect(contrast("hover:")).toBeGreaterThan(contrast(""));
    },
  );
});

/** Name of the colour of the ring that the look gives in a state. */
function ringOf(variant: string): string {
  const start = `${variant}ring-`;
  const name = INPUT_LOOK.split(" ")
    .filter((part) => part.startsWith(start))
    .map((part) => part.slice(start.length))
    .find((part) => !/^(\d+|inset)$/.test(part));
  if (!name) throw new Error(`the look has no ${start}colour`);
  return name;
}

function tokenOf(theme: string, name: string): string {
  const block = CSS.split(`[data-theme="${theme}"] {`)[1]?.split("}")[0] ?? "";
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1];
  if (!value) throw new Error(`the ${theme} theme has no --${name}`);
  return value;
}
