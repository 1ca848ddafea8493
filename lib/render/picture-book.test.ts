import { beforeEach, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import { resolveDocument } from "@/lib/template/resolve-document";
import { loadPictureBook, type PictureLoaders } from "./picture-book";

const OWNER = { workspaceId: "wsp_a", allowedImageHosts: [] };
const blank = createDocument({ width: 60, height: 60, displayWidth: 60 });

/** Three layers, of which each shows a picture of its own. */
const document = resolveDocument(
  {
    ...blank,
    layers: [1, 2, 3].map((number) => ({
      ...ENTRIES.image.create(`layer${number}`, blank),
      source: { kind: "asset" as const, assetId: `ast_0000000${number}` },
    })),
  },
  {},
  { now: 0 },
).document;

let told: unknown[];
beforeEach(() => {
  told = [];
});

const loaders = (asset: PictureLoaders["asset"]): PictureLoaders => ({
  asset,
  remote: async () => null,
  onError: (error) => told.push(error),
});

test("a picture that fails to load is told of once a document, one that is not there is not", async () => {
  const broken = new Error("EIO: i/o error, read");
  const failing = await loadPictureBook(
    document,
    OWNER,
    loaders(async (_workspace, id) => {
      if (id.endsWith("1")) return null;
      throw broken;
    }),
  );
  expect(failing.failed).toBe(3);
  expect(told).toEqual([broken]);
  told = [];
  const missing = await loadPictureBook(
    document,
    OWNER,
    loaders(async () => null),
  );
  expect(missing.failed).toBe(3);
  expect(told).toEqual([]);
});
