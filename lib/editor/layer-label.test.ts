import { expect, test } from "vitest";
import { layerLabel } from "./layer-label";
import { rectangle, text } from "./testing/sample-document";

test("a text that nobody named goes by its own words, placeholders as written", () => {
  expect(layerLabel(text("a", "Hello {{first_name}},\nwelcome"))).toBe("Hello {{first_name}}, welcome");
  expect(layerLabel(text("a", "Hello", { name: "Body text" }))).toBe("Hello");
  expect(layerLabel(text("a", "Hello", { name: "" }))).toBe("Hello");
  expect(layerLabel(text("a", "x".repeat(50)))).toBe("x".repeat(40));
});

test("a name that somebody gave stays, and a text without words has its given one", () => {
  expect(layerLabel(text("a", "Hello", { name: "Greeting" }))).toBe("Greeting");
  expect(layerLabel(text("a", " \n"))).toBe("Heading");
  expect(layerLabel(rectangle("r", { name: "" }))).toBe("Shape");
});
