import { expect, test } from "vitest";
import { addressWords, deliveryWords, healthWords } from "./webhook-words";

test.each([
  ["unused", null, "Nothing sent yet"],
  ["healthy", null, "Arriving"],
  ["failing", null, "Not arriving"],
  ["disabled", "person", "Off"],
  ["disabled", "gone", "Off: it wants no more (410)"],
  ["disabled", "failing", "Off: nothing arrived for 5 days"],
] as const)("%s for %s: %s", (health, disabledFor, text) => {
  expect(healthWords({ health, disabledFor }).text).toBe(text);
});

const attempt = (status: number | null) => ({ at: new Date(0), status, ms: 5, manual: false });

test.each([
  ["pending", [], "On its way"],
  ["pending", [attempt(500)], "Trying again: answered 500"],
  ["pending", [attempt(null)], "Trying again: no answer"],
  ["delivered", [attempt(204)], "Delivered"],
  ["failed", [attempt(410)], "Failed: answered 410"],
  ["failed", [], "Not sent"],
] as const)("%s after %j: %s", (state, attempts, text) => {
  expect(deliveryWords({ state, attempts: [...attempts] }).text).toBe(text);
});

test("addresses are told without what they all begin with", () => {
  expect(addressWords("https://example.com/hooks/")).toBe("example.com/hooks");
});
