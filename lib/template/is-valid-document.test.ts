import fc from "fast-check";
import { expect, test } from "vitest";
import { isValidDocument } from "./is-valid-document";
import { type Document, documentSchema } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";
import { mapLayers, subtreeIds } from "./tree";

/** Ways in which a command could spoil a document: in one property, in a layer however deep, across layers. */
const DAMAGES: readonly ((doc: Document) => object)[] = [
  (doc) => doc,
  (doc) => ({ ...doc, width: 0 }),
  (doc) => ({ ...doc, background: "red" }),
  (doc) => ({ ...doc, extra: 1 }),
  (doc) => ({ ...doc, guides: [{ axis: "z", at: 1 }] }),
  (doc) => ({ ...doc, fields: [...doc.fields, ...doc.fields] }),
  (doc) => ({ ...doc, samples: [...doc.samples, { id: "", name: "", values: {} }] }),
  (doc) => ({ ...doc, layers: [...doc.layers, ...doc.layers] }),
  (doc) => ({ ...doc, layers: mapLayers(doc.layers, (layer) => ({ ...layer, x: Number.NaN })) }),
  (doc) => {
    const last = subtreeIds(doc.layers).at(-1);
    const turn = (id: string) => (id === last ? { rotation: 999 } : {});
    return { ...doc, layers: mapLayers(doc.layers, (layer) => ({ ...layer, ...turn(layer.id) })) };
  },
  (doc) => ({ ...doc, variants: doc.variants.map((each) => ({ ...each, overrides: { nobody: {} } })) }),
  // Last: nothing can be done to layers that nobody knows.
  (doc) => ({ ...doc, layers: doc.layers.map((layer) => ({ ...layer, type: "nothing" })) }),
];

test("it says what the schema says, whatever it has seen before", () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.subarray([...DAMAGES], { maxLength: 3 }), (doc, damages) => {
      isValidDocument(doc);
      let spoilt: Document = doc;
      for (const damage of damages) spoilt = Object.assign({}, spoilt, damage(spoilt));
      expect(isValidDocument(spoilt)).toBe(documentSchema.safeParse(spoilt).success);
      expect(isValidDocument(doc)).toBe(true);
    }),
  );
});
