import { beforeAll, expect, test } from "vitest";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { loyaltyThankYou } from "@/lib/template/starters/loyalty-thank-you";
import { db } from "../db";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { createTemplate } from "./create-template";
import { loadDraft, saveDraft } from "./draft";

withTestDatabase();

let person: Person;
beforeAll(async () => {
  person = await newPerson("Щёголева");
});

const BLANK = createDocument({ width: 1200, height: 628, displayWidth: 600 });
const named = (alt: string): Document => ({ ...BLANK, alt });

async function newTemplate(): Promise<string> {
  return (
    await createTemplate(person.scope, {
      from: { kind: "blank", width: 1200, height: 628, displayWidth: 600 },
    })
  ).id;
}

test("a draft comes back as it was saved, every starter too", async () => {
  const id = await newTemplate();
  const saved = await saveDraft(person.scope, id, {
    document: loyaltyThankYou,
    baseRevision: 1,
    mutationId: "mutation-1",
  });
  expect(saved).toEqual({ kind: "saved", revision: 2 });
  expect(await loadDraft(person.scope, id)).toEqual({ document: loyaltyThankYou, revision: 2, repairs: [] });
});

test("a save whose answer was lost is answered again and not applied again", async () => {
  const id = await newTemplate();
  const save = { document: named("Łódź"), baseRevision: 1, mutationId: "mutation-lost" };
  const first = await saveDraft(person.scope, id, save);
  const again = await saveDraft(person.scope, id, save);
  expect(again).toEqual(first);
  expect((await loadDraft(person.scope, id)).revision).toBe(2);
});

test("the same save sent twenty times at once is applied once, and each is told so", async () => {
  const id = await newTemplate();
  const save = { document: named("O'Neil"), baseRevision: 1, mutationId: "mutation-many" };
  const answers = await Promise.all(Array.from({ length: 20 }, () => saveDraft(person.scope, id, save)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ kind: "saved", revision: 2 })]),
  );
});

test("of twenty different saves on one revision one is kept, and all others get it to look at", async () => {
  const id = await newTemplate();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      saveDraft(person.scope, id, {
        document: named(`tab ${index}`),
        baseRevision: 1,
        mutationId: `mutation-tab-${index}`,
      }),
    ),
  );
  const winners = answers.flatMap((answer, index) => (answer.kind === "saved" ? [index] : []));
  expect(winners).toHaveLength(1);
  const kept = named(`tab ${winners[0]}`);
  for (const answer of answers) {
    if (answer.kind === "conflict") expect(answer).toEqual({ kind: "conflict", revision: 2, document: kept });
  }
  expect((await loadDraft(person.scope, id)).document).toEqual(kept);
});

test("a save on an old revision changes nothing and hands over the other document", async () => {
  const id = await newTemplate();
  await saveDraft(person.scope, id, {
    document: named("theirs"),
    baseRevision: 1,
    mutationId: "mutation-theirs",
  });
  const mine = { document: named("mine"), baseRevision: 1, mutationId: "mutation-mine" };
  expect(await saveDraft(person.scope, id, mine)).toEqual({
    kind: "conflict",
    revision: 2,
    document: named("theirs"),
  });
  expect(await saveDraft(person.scope, id, { ...mine, baseRevision: 2 })).toEqual({
    kind: "saved",
    revision: 3,
  });
  expect((await loadDraft(person.scope, id)).document.alt).toBe("mine");
});

test("a save on a revision that does not exist yet is a conflict", async () => {
  const id = await newTemplate();
  const ahead = { document: named("ahead"), baseRevision: 7, mutationId: "mutation-ahead" };
  expect((await saveDraft(person.scope, id, ahead)).kind).toBe("conflict");
});

const bad: [string, unknown, RegExp][] = [
  ["null", null, /^\/document$/],
  ["an array", [], /^\/document$/],
  ["an empty object", {}, /^\/document\//],
  ["a width of zero", { ...BLANK, width: 0 }, /^\/document\/width$/],
  ["a width as text", { ...BLANK, width: "1200" }, /^\/document\/width$/],
  ["an unknown property", { ...BLANK, filters: [] }, /^\/document$/],
  ["a version from the future", { ...BLANK, schemaVersion: 99 }, /^\/document\/schemaVersion$/],
  ["a colour that is none", { ...BLANK, background: { kind: "solid", color: "url(x)" } }, /background/],
  [
    "two layers of one id",
    { ...loyaltyThankYou, layers: [loyaltyThankYou.layers[0], loyaltyThankYou.layers[0]] },
    /^\/document\/layers/,
  ],
  [
    "two fields of one key",
    { ...loyaltyThankYou, fields: [loyaltyThankYou.fields[0], loyaltyThankYou.fields[0]] },
    /^\/document\/fields/,
  ],
];

test.each(bad)("%s is refused where it stands, and the draft stays", async (_, document, path) => {
  const id = await newTemplate();
  const before = await loadDraft(person.scope, id);
  await expect(
    saveDraft(person.scope, id, { document, baseRevision: 1, mutationId: "mutation-bad" }),
  ).rejects.toMatchObject({ code: "invalid", path: expect.stringMatching(path) });
  expect(await loadDraft(person.scope, id)).toEqual(before);
});

test.each(["a\u0000b", "a\ud800b"])(
  "text the database cannot hold (%j) is refused wherever it stands",
  async (text) => {
    const id = await newTemplate();
    const places = textPlaces(loyaltyThankYou);
    expect(places.length).toBeGreaterThan(40);
    for (const path of places) {
      const save = { document: withText(path, text), baseRevision: 1, mutationId: "mutation-nul" };
      await expect(saveDraft(person.scope, id, save)).rejects.toMatchObject({ code: "invalid" });
    }
  },
);

/** Paths of every string in a value. */
function textPlaces(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textPlaces(inner, [...path, key]));
}

/** The starter with one of its strings replaced. */
function withText(path: readonly string[], text: string): unknown {
  const copy: unknown = structuredClone(loyaltyThankYou);
  let place = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
  place[path.at(-1) ?? ""] = text;
  return copy;
}

test("a damaged stored draft opens with what was repaired", async () => {
  const id = await newTemplate();
  await db().template.update({
    where: { id },
    data: { draft: { ...BLANK, layers: [{ type: "hologram" }] } },
  });
  const draft = await loadDraft(person.scope, id);
  expect(draft.document.layers).toEqual([]);
  expect(draft.repairs.length).toBeGreaterThan(0);
});
