import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import type { GroupLayer } from "@/lib/template/layers/group";
import type { Document, Layer } from "@/lib/template/schema";
import { field, shape, text } from "@/lib/template/starters/build";
import { STARTERS } from "@/lib/template/starters/starters";
import { arbitraryDocument, arbitraryValues } from "@/lib/template/testing/arbitrary-document";
import { mapLayers } from "@/lib/template/tree";
import { comparePlates } from "../testing/compare-plates";
import { planVersion } from "./plan";

/** What two ways of rounding may differ by. */
const NEARLY = 2;

test.each(STARTERS.map((starter) => [starter.id, starter.document] as const))(
  "the starter %s is the same from plates as in one go",
  async (_id, document) => {
    const verdict = await comparePlates(document, document.samples[0]?.values ?? {});
    expect(verdict.difference).toBeLessThanOrEqual(NEARLY);
    expect(verdict.outside).toBe(0);
    expect(verdict.dynamicUnits).toBeGreaterThan(0);
  },
);

/** A group of a changing text over a disc, between a static disc below and one above. */
function grouped(change: Partial<GroupLayer>): Document {
  const disc = (id: string, x: number, color: string) =>
    shape({ id, name: id, x, y: 40, width: 120, height: 120 }, "ellipse", { fill: { kind: "solid", color } });
  const name = text({ id: "name", name: "Name", x: 10, y: 30, width: 160, height: 60 }, "{{first_name}}", {
    style: { fontSize: 40, fontWeight: 700, color: "#1d3b8b" },
  });
  const group: GroupLayer = {
    ...disc("group", 60, "#000000"),
    type: "group",
    masked: false,
    y: 20,
    width: 200,
    height: 140,
    children: [disc("inside", 30, "#ff5d8f"), name],
    ...change,
  };
  return {
    ...createDocument({ width: 320, height: 200, displayWidth: 320 }),
    fields: [field("first_name", "First name")],
    layers: [disc("below", 20, "#ffd166"), group, disc("above", 150, "#06d6a0")],
  };
}

/** The same text, which cuts out the disc. */
function valuesAsMask(): Layer[] {
  const [, group] = grouped({}).layers;
  return group?.type === "group" ? group.children.toReversed() : [];
}

function renamed(layers: readonly Layer[]): Layer[] {
  return [...mapLayers(layers, (layer) => ({ ...layer, id: `inner-${layer.id}` }))];
}

const SHADOW = { x: 6, y: 8, blur: 10, color: "#00000099" };

test.each<[string, Document, number]>([
  ["nothing done to it as a whole", grouped({}), 1],
  ["an opacity of its own, which shines through it as one", grouped({ opacity: 0.4 }), 1],
  ["a shadow of its own", grouped({ shadow: SHADOW }), 1],
  ["a turn", grouped({ rotation: 30 }), 1],
  ["a mask that does not change", grouped({ masked: true }), 1],
  ["a mask with the values", grouped({ masked: true, children: valuesAsMask() }), 1],
  ["another group in it", { ...grouped({ children: renamed(grouped({}).layers) }), background: null }, 1],
])("a group with %s is the same from plates as in one go", async (_name, document, units) => {
  const verdict = await comparePlates(document, { first_name: "Łódź" });
  expect(verdict.difference).toBeLessThanOrEqual(NEARLY);
  expect(verdict.outside).toBe(0);
  expect(verdict.dynamicUnits).toBe(units);
});

test("what does not change inside a group that is only a group is painted once", () => {
  const { units } = planVersion(grouped({}));
  expect(units.map(({ dynamic, ids }) => [dynamic, [...ids]])).toEqual([
    [false, ["below", "inside"]],
    [true, ["name"]],
    [false, ["above"]],
  ]);
  for (const change of [{ opacity: 0.4 }, { masked: true }]) {
    const whole = planVersion(grouped(change));
    expect(whole.units.map(({ dynamic, ids }) => [dynamic, [...ids]])).toEqual([
      [false, ["below"]],
      [true, ["group"]],
      [false, ["above"]],
    ]);
  }
});

// Small enough for one tile of the rasteriser, 2,000 px: where it cuts a shape in two, edges come out a little otherwise.
test("random documents are the same from plates as in one go", async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryDocument,
      arbitraryValues,
      fc.constantFrom(1, 2, 3),
      async (doc, values, scale) => {
        const small: Document = { ...doc, width: 40 + (doc.width % 360), height: 40 + (doc.height % 360) };
        const verdict = await comparePlates(small, values, scale);
        expect(verdict.difference).toBeLessThanOrEqual(NEARLY);
        expect(verdict.outside).toBe(0);
      },
    ),
    { numRuns: Number(process.env.PLATE_RUNS ?? 40) },
  );
});
