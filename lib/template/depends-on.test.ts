import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dependsOnClock, dependsOnData } from "./depends-on";
import type { Rule } from "./primitives";
import { ENTRIES } from "./registry";
import { resolveDocument } from "./resolve-document";
import type { Layer } from "./schema";
import { arbitraryDocument, arbitraryValues } from "./testing/arbitrary-document";
import { walkLayers } from "./tree";

const CANVAS = { width: 1200, height: 628 };
const NOW = Date.UTC(2026, 10, 21, 14, 30);

test("layers that depend on no data resolve to the identical object for any two rows", () => {
  let still = 0;
  fc.assert(
    fc.property(arbitraryDocument, arbitraryValues, arbitraryValues, (doc, one, other) => {
      const first = resolveDocument(doc, one, { now: NOW }).document.layers;
      const second = resolveDocument(doc, other, { now: NOW + 1e10 }).document.layers;
      for (const layer of doc.layers) {
        if (dependsOnData(layer)) continue;
        still += 1;
        const found = first.find(({ id }) => id === layer.id);
        expect(found === undefined).toBe(!layer.visible);
        expect(second.find(({ id }) => id === layer.id)).toBe(found);
        const hasInvisible = Array.from(walkLayers([layer])).some((place) => !place.layer.visible);
        if (!hasInvisible && !("children" in layer)) expect(found).toBe(layer);
      }
    }),
    { numRuns: 300 },
  );
  expect(still).toBeGreaterThan(5);
});

test("layers that do not depend on the clock are the same at any time", () => {
  const days = fc.constantFrom("2027-05-01", "2026-11-21T15:00Z", "2020-01-01", "2031-01-01");
  fc.assert(
    fc.property(arbitraryDocument, fc.array(days, { minLength: 10 }), (doc, dates) => {
      const values = Object.fromEntries(doc.fields.map(({ key }, index) => [key, dates[index] ?? ""]));
      const now = resolveDocument(doc, values, { now: NOW }).document.layers;
      const later = resolveDocument(doc, values, { now: NOW + 1e11 }).document.layers;
      for (const layer of doc.layers) {
        if (dependsOnClock(layer)) continue;
        const here = now.find(({ id }) => id === layer.id);
        expect(later.find(({ id }) => id === layer.id)).toEqual(here);
      }
    }),
    { numRuns: 500 },
  );
});

describe("a layer depends", () => {
  const plain = ENTRIES.shape.create("s", CANVAS);
  const hiding = (is: "present" | "before" | "equals" | "contains", value: string): Rule => ({
    when: { match: "any", tests: [{ key: "due", is, value }] },
    then: { kind: "hide" },
  });
  const inGroup = (child: Layer): Layer => ({ ...ENTRIES.group.create("g", CANVAS), children: [child] });

  test.each<[string, Layer, boolean, boolean]>([
    ["on nothing", plain, false, false],
    ["on a field it needs", { ...plain, hideWhenMissing: ["due"] }, true, false],
    ["on a rule", { ...plain, rules: [hiding("present", "")] }, true, false],
    ["on a rule that names a day", { ...plain, rules: [hiding("before", "2026-11-21")] }, true, false],
    [
      "on a rule with a word that sounds like the clock",
      { ...plain, rules: [hiding("contains", "now")] },
      true,
      false,
    ],
    ["on the day", { ...plain, rules: [hiding("present", ""), hiding("before", " Today")] }, true, true],
    ["on the same day", { ...plain, rules: [hiding("equals", "today")] }, true, true],
    ["on the moment", { ...plain, rules: [hiding("before", "now")] }, true, true],
    ["on a binding", { ...plain, bindings: [{ path: "x", key: "due" }] }, true, false],
    ["on a placeholder", { ...ENTRIES.qr.create("q", CANVAS), text: "{{due}}" }, true, false],
  ])("%s", (_name, layer, data, clock) => {
    for (const one of [layer, inGroup(layer), inGroup(inGroup(layer))]) {
      expect([dependsOnData(one), dependsOnClock(one)]).toEqual([data, clock]);
    }
  });
});
