import { expect, test } from "vitest";
import { liftText } from "./to-2-text";

const NEUTRAL = { direction: "auto", maxLines: 0, stroke: null, fill: null, highlight: null };

test("a text layer learns what changes nothing, and keeps what it has", () => {
  const style = { fontFamily: "Inter", underline: true };
  const layer = { type: "text", id: "a", align: "center", runs: [{ text: "Łódź", style: {} }], style };
  expect(liftText(layer)).toEqual({ ...layer, ...NEUTRAL, style: { ...style, transform: "none" } });
});

test.each([undefined, null, "bold", 7])("a style that is %j is left to repair", (style) => {
  expect(liftText({ type: "text", style })).toEqual({ type: "text", style, ...NEUTRAL });
});
