import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDocument } from "./create-document";
import { ENTRIES } from "./registry";
import { putPictureBack, replacePicture } from "./replace-picture";
import { type Document, documentSchema } from "./schema";
import { arbitraryDocument } from "./testing/arbitrary-document";

const canvas = { width: 600, height: 300 };
const image = ENTRIES.image.create("photo", canvas);
const OLD = "ast_OldPicture";
const NEW = "ast_NewPicture";

const document: Document = {
  ...createDocument({ ...canvas, displayWidth: 300 }),
  layers: [
    {
      ...ENTRIES.group.create("group", canvas),
      children: [
        {
          ...image,
          source: { kind: "asset", assetId: OLD },
          replacement: OLD,
          rules: [
            {
              when: { match: "all", tests: [{ key: "plan", is: "equals", value: "gold" }] },
              then: { kind: "set", path: "source", value: OLD },
            },
            {
              // A test that asks for the same words asks for words.
              when: { match: "all", tests: [{ key: "plan", is: "equals", value: OLD }] },
              then: { kind: "hide" },
            },
          ],
        },
      ],
    },
    { ...image, id: "other", source: { kind: "asset", assetId: NEW } },
    { ...ENTRIES.text.create("text", canvas), runs: [{ text: OLD, style: {} }] },
  ],
};

describe("a picture in place of another", () => {
  test("in sources, replacements and rules, at any depth; a text that says the same stays", () => {
    const { document: next, places } = replacePicture(document, OLD, NEW);
    expect(places).toEqual([0, 1, 2]);
    expect(next.layers[0]).toMatchObject({
      children: [
        {
          source: { assetId: NEW },
          replacement: NEW,
          rules: [{ then: { value: NEW } }, { when: { tests: [{ value: OLD }] } }],
        },
      ],
    });
    expect(next.layers[2]).toEqual(document.layers[2]);
    expect(documentSchema.safeParse(next).success).toBe(true);
    // The layer that had the other picture before keeps it when all is put back.
    expect(putPictureBack(next, places, OLD, NEW)).toEqual(document);
  });

  test("where it does not stand nothing changes, and what was replaced can be put back exactly", () => {
    fc.assert(
      fc.property(arbitraryDocument, (any) => {
        expect(replacePicture(any, "ast_Nowhere00", NEW).document).toBe(any);
        const { document: next, places } = replacePicture(any, "ast_Replacement1", "ast_Another00001");
        expect(JSON.stringify(next)).not.toContain('"replacement":"ast_Replacement1"');
        expect(putPictureBack(next, places, "ast_Replacement1", "ast_Another00001")).toEqual(any);
      }),
      { numRuns: 50 },
    );
  });
});
