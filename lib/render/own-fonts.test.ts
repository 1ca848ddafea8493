import fc from "fast-check";
import { expect, it } from "vitest";
import type { FontFamily } from "@/lib/paint/font-catalogue";
import { withOwnFonts } from "./own-fonts";

const OWN = "f_0123456789abcdef01234567";
const FOREIGN = "f_76543210fedcba9876543210";

const family = (name: string): FontFamily => ({
  family: name,
  label: "Acme",
  category: "sans",
  faces: [{ family: name, weight: 400, italic: false, file: `/user-fonts/wsp_a/${name}` }],
});

it("asks for no families where a document names none", async () => {
  const document = { layers: [{ style: { fontFamily: "Inter" }, name: FOREIGN }] };
  const load = () => Promise.reject(new Error("nobody asked"));
  expect(await withOwnFonts(document, load)).toEqual({ document, families: [], complete: true });
});

it("keeps a workspace's own families, and gives those that are named", async () => {
  const document = { layers: [{ style: { fontFamily: OWN } }] };
  const shown = await withOwnFonts(document, async () => [family(OWN), family("f_aaaaaaaaaaaaaaaaaaaaaaaa")]);
  expect(shown.document).toBe(document);
  expect(shown.families).toEqual([family(OWN)]);
  expect(shown.complete).toBe(true);
});

it("no foreign family is left, wherever it stands, and the document given is as it was", async () => {
  const name = fc.constantFrom(OWN, FOREIGN, "f_ffffffffffffffffffffffff", "Inter", "Nobody Sans");
  const { layer } = fc.letrec((tie) => ({
    layer: fc.record({
      style: fc.record({ fontFamily: name }),
      runs: fc.array(fc.record({ style: fc.record({ fontFamily: name }, { requiredKeys: [] }) }), {
        maxLength: 2,
      }),
      children: fc.array(tie("layer"), { maxLength: 2, depthIdentifier: "layer", size: "xsmall" }),
    }),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(layer, { maxLength: 3 }), async (layers) => {
      const before = JSON.stringify(layers);
      const { document, families, complete } = await withOwnFonts({ layers }, async () => [family(OWN)]);
      const after = JSON.stringify(document);
      expect(JSON.stringify(layers)).toBe(before);
      expect(after).toBe(`{"layers":${before.replaceAll(/"f_(7|f)[0-9a-f]{23}"/g, '"Inter"')}}`);
      expect(families.length === 1).toBe(before.includes(OWN));
      expect(complete).toBe(after === JSON.stringify({ layers }));
    }),
  );
});
