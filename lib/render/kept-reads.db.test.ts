import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createAsset } from "@/lib/server/assets";
import { db } from "@/lib/server/db";
import { createFont } from "@/lib/server/fonts-upload";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import { createKeptReads, type KeptReads } from "./kept-reads";
import { noise } from "./testing/malformed-images";

withTestDatabase();

const BLANK = { width: 300, height: 100, displayWidth: 300 };

let kept: Map<string, unknown>;
let reads: KeptReads;

beforeEach(() => {
  kept = new Map();
  reads = createKeptReads({
    put: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
    get: async (name) => kept.get(name) ?? null,
  });
});

test("with a link all it may show is kept, and nothing of a link that is gone", async () => {
  const { scope } = await newPerson("Nguyễn");
  const font = await createFont(scope, {
    name: "house.ttf",
    bytes: await readFile(join(import.meta.dirname, "../../public/fonts/inter/700i.ttf")),
    licenceNote: "",
  });
  const [shown, instead] = await Promise.all(
    [40, 50].map(async (side) =>
      createAsset(scope, { name: "Łódź.png", bytes: await noise(side, side).png().toBuffer() }),
    ),
  );
  if (!shown || !instead) throw new Error("two pictures were uploaded");
  const blank = createDocument(BLANK);
  const text = ENTRIES.text.create("text", blank);
  const image = ENTRIES.image.create("image", blank);
  const document = {
    ...blank,
    layers: [
      { ...text, style: { ...text.style, fontFamily: font.familyKey } },
      { ...image, source: { kind: "asset" as const, assetId: shown.id }, replacement: instead.id },
    ],
  };
  const { id } = await createTemplate(scope, { from: { kind: "blank", ...BLANK } });
  await saveDraft(scope, id, { document, baseRevision: 1, mutationId: "mutation" });
  const { link } = await publishTemplate(scope, id, 2);

  expect(await reads.links.link(link.key)).toMatchObject({ state: "live" });
  const { workspaceId } = scope;
  const names = [`link:${link.key}`, `fonts:${workspaceId}`];
  names.push(...[shown, instead].map((asset) => `asset:${workspaceId}/${asset.id}`));
  await expect.poll(() => [...kept.keys()].sort()).toEqual(names.sort());
  expect(await reads.asset(workspaceId, shown.id)).toEqual(kept.get(`asset:${workspaceId}/${shown.id}`));

  await db().link.delete({ where: { key: link.key } });
  expect(await reads.links.pointer(link.key)).toBeNull();
  expect(kept.has(`link:${link.key}`)).toBe(false);
});
