import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocument } from "./create-document";
import { imageEntry } from "./layers/image";
import { type Document, documentSchema } from "./schema";
import {
  assetIdsOf,
  imageHostsOf,
  ownFamiliesOf,
  templateFileName,
  withAssets,
  withFamilies,
  withoutTokens,
} from "./template-file";
import { arbitraryDocument } from "./testing/arbitrary-document";

const CANVAS = { width: 60, height: 30, displayWidth: 60 };

test("pictures are renamed everywhere and leave without a trace, and the document stays valid", () => {
  let pictured = 0;
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const ids = assetIdsOf(document);
      if (ids.length > 0) pictured += 1;
      const renamed = withAssets(document, (id) => `${id}x`);
      expect(assetIdsOf(renamed)).toEqual(ids.map((id) => `${id}x`));
      expect(withAssets(renamed, (id) => id.slice(0, -1))).toEqual(
        ids.length > 0 ? withAssets(document, (id) => id) : document,
      );
      expect(withAssets(document, (id) => id)).toBe(document);
      const bare = withAssets(document, () => null);
      expect(assetIdsOf(bare)).toEqual([]);
      expect(documentSchema.safeParse(bare).success).toBe(true);
      expect(documentSchema.safeParse(renamed).success).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect(pictured).toBeGreaterThan(10);
});

test("a document that follows no brand kit keeps everything else", () => {
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      const detached = withoutTokens(document);
      expect(JSON.stringify(detached)).not.toContain("br_");
      expect(withoutTokens(detached)).toBe(detached);
      expect(documentSchema.safeParse(detached).success).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("uploaded fonts are found and renamed wherever a family stands; those of the menu are left", () => {
  const key = `f_${"a".repeat(24)}`;
  fc.assert(
    fc.property(arbitraryDocument, (document) => {
      expect(ownFamiliesOf(document)).toEqual([]);
      expect(withFamilies(document, () => key)).toEqual(document);
      const text = JSON.stringify(document).replaceAll('"fontFamily":"Inter"', `"fontFamily":"${key}"`);
      const own: Document = JSON.parse(text);
      expect(ownFamiliesOf(own)).toEqual(text.includes(key) ? [key] : []);
      expect(withFamilies(own, () => "Inter")).toEqual(document);
    }),
    { numRuns: 60 },
  );
});

test("hosts are those of pictures, in samples and fallbacks", () => {
  const field = (key: string, type: "image" | "url" | "text", fallback: string) => {
    const format = { locale: "en-US" };
    return { key, type, fallback, label: key, format };
  };
  const blank = createDocument(CANVAS);
  const layer = { ...imageEntry.create("one", CANVAS), source: { kind: "field" as const, key: "link" } };
  const document = {
    ...blank,
    fields: [
      field("photo", "image", "https://b.example.com/1.png"),
      field("link", "url", "no address"),
      field("site", "url", "https://not-a-picture.example.com"),
    ],
    samples: [
      { id: "r1", name: "", values: { link: "a.example.com/x.png", photo: "javascript:alert(1)" } },
      { id: "r2", name: "", values: { photo: "https://b.example.com/2.png" } },
    ],
    layers: [layer],
  } as unknown as Document;
  expect(imageHostsOf(document)).toEqual(["a.example.com", "b.example.com"]);
});

test.each([
  ["Spring sale", "Spring sale.nameplate"],
  ["a/b\\c: <d>?", "a b c d.nameplate"],
  ["..", "Template.nameplate"],
  ["Łódź 50 %", "Łódź 50 %.nameplate"],
  ["", "Template.nameplate"],
  ["x".repeat(200), `${"x".repeat(120)}.nameplate`],
])("%j is exported as %j", (name, file) => {
  expect(templateFileName(name)).toBe(file);
});
