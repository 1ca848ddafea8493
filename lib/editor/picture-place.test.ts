import { expect, test } from "vitest";
import type { ImageLayer } from "@/lib/template/layers/image";
import { ENTRIES } from "@/lib/template/registry";
import type { Layer } from "@/lib/template/schema";
import { picturePlace } from "./picture-place";
import { documentWith, rectangle } from "./testing/sample-document";

const canvas = { width: 1200, height: 628 };
const box = { x: 0, y: 0, width: 100, height: 100 };
const image = (id: string, change: Partial<ImageLayer>): Layer => ({
  ...ENTRIES.image.create(id, canvas),
  ...box,
  ...change,
});
const shown = { source: { kind: "asset", assetId: "ast_picture" } } as const;
const document = documentWith([
  image("empty", {}),
  image("full", { x: 200, ...shown }),
  image("kept", { x: 400, locks: ["content"], ...shown }),
  image("emptyKept", { x: 600, locks: ["content"] }),
  rectangle("plate", { ...box, x: 800 }),
]);
const on = (x: number, contentOnly: boolean, count = 1) => {
  const place = picturePlace({ document, rights: { lock: false, contentOnly } }, { x: x + 50, y: 50 }, count);
  return place.kind === "layer" ? place.id : place.kind;
};

test("one picture goes into the empty image under it, any other becomes a layer", () => {
  expect([0, 200, 400, 600, 800].map((x) => on(x, false))).toEqual(["empty", "new", "new", "new", "new"]);
  expect(on(0, false, 2)).toBe("new");
});

test("in a brand-locked template it goes into an image whose content is free, or nowhere", () => {
  expect([0, 200, 400, 600, 800].map((x) => on(x, true))).toEqual([
    "empty",
    "full",
    "refused",
    "refused",
    "refused",
  ]);
  expect(on(0, true, 2)).toBe("refused");
  const rights = { lock: false, contentOnly: true };
  expect(picturePlace({ document, rights }, undefined, 1).kind).toBe("refused");
});
