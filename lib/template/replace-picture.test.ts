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
    const { document: next, paths } = replacePicture(document, OLD, NEW);
    expect(paths).toEqual(
      [
        "/layers/0/children/0/rules/0/then/value",
        "/layers/0/children/0/source/assetId",
        "/layers/0/children/0/replacement",
      ].sort((one, other) => paths.indexOf(one) - paths.indexOf(other)),
    );
    expect(next.layers[2]).toEqual(document.layers[2]);
    expect(documentSchema.safeParse(next).success).toBe(true);
    // The layer that had the other picture before keeps it when all is put back.
    expect(putPictureBack(next, paths, OLD, NEW)).toEqual(document);
  });

  test("where it does not stand nothing changes, and what was replaced can be put back exactly", () => {
    fc.assert(
      fc.property(arbitraryDocument, (any) => {
        expect(replacePicture(any, "ast_Nowhere00", NEW).document).toBe(any);
        const { document: next, paths } = replacePicture(any, "ast_Replacement1", "ast_Another00001");
        expect(JSON.stringify(next)).not.toContain('"replacement":"ast_Replacement1"');
        expect(putPictureBack(next, paths, "ast_Replacement1", "ast_Another00001")).toEqual(any);
      }),
      { numRuns: 50 },
    );
  });
});
