import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { weighDraft } from "@/lib/render/weigh-draft";
import { EMPTY_KIT } from "@/lib/template/brand";
import { createDocument } from "@/lib/template/create-document";
import { saveBrandKit } from "../brand/brand-kit";
import { takeProcessWide } from "../process-registry";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { createTemplate } from "./create-template";
import { saveDraft } from "./draft";
import { draftWeight } from "./draft-weight";

vi.mock("@/lib/render/weigh-draft", () => ({ weighDraft: vi.fn() }));

withTestDatabase();

const SIZE = { width: 60, height: 30, displayWidth: 60 };
const weigh = vi.mocked(weighDraft);

let person: Person;
beforeAll(async () => {
  person = await newPerson("Łucja");
});
beforeEach(() => {
  takeProcessWide("weight-limiter");
  weigh.mockReset().mockResolvedValue({ bytes: 1234, complete: true });
});

const newTemplate = async () => (await createTemplate(person.scope, { from: { kind: "blank", ...SIZE } })).id;

test("a revision is painted once, the next one again", async () => {
  const id = await newTemplate();
  expect(await draftWeight(person.scope, id)).toEqual({ revision: 1, bytes: 1234 });
  expect(await draftWeight(person.scope, id)).toEqual({ revision: 1, bytes: 1234 });
  expect(weigh).toHaveBeenCalledTimes(1);
  const document = { ...createDocument(SIZE), alt: "Changed" };
  await saveDraft(person.scope, id, { document, baseRevision: 1, mutationId: "weight-change-1" });
  expect(await draftWeight(person.scope, id)).toMatchObject({ revision: 2 });
  expect(weigh).toHaveBeenCalledTimes(2);
  expect(weigh.mock.lastCall?.[0]).toMatchObject({ alt: "Changed" });
  expect(weigh.mock.lastCall?.[1]).toMatchObject({ workspaceId: person.scope.workspaceId });
});

test("with the brand kit's values, and anew when the kit has changed", async () => {
  const id = await newTemplate();
  const INK = "br_inkinkinkink";
  const kit = (color: string) => ({ ...EMPTY_KIT, colors: [{ id: INK, name: "Ink", color }] });
  await saveBrandKit(person.scope, { kit: kit("#102030"), baseRevision: 0 });
  const background = { kind: "solid" as const, color: "#102030" };
  const document = { ...createDocument(SIZE), background, backgroundToken: INK };
  await saveDraft(person.scope, id, { document, baseRevision: 1, mutationId: "weight-change-2" });
  await draftWeight(person.scope, id);
  await saveBrandKit(person.scope, { kit: kit("#ff8800"), baseRevision: 1 });
  await draftWeight(person.scope, id);
  await draftWeight(person.scope, id);
  expect(weigh.mock.calls.map(([painted]) => painted.background)).toEqual([
    background,
    { kind: "solid", color: "#ff8800" },
  ]);
});

test("a picture that lacks something is weighed anew: it may come in a moment", async () => {
  const id = await newTemplate();
  weigh.mockResolvedValueOnce({ bytes: 10, complete: false });
  expect(await draftWeight(person.scope, id)).toMatchObject({ bytes: 10 });
  expect(await draftWeight(person.scope, id)).toMatchObject({ bytes: 1234 });
});

test("one person has only so many painted in a minute; what is known is still told", async () => {
  const known = await newTemplate();
  await draftWeight(person.scope, known);
  const fresh = await newTemplate();
  weigh.mockResolvedValue({ bytes: 10, complete: false });
  for (let ask = 0; ask < 19; ask += 1) await draftWeight(person.scope, fresh);
  await expect(draftWeight(person.scope, fresh)).rejects.toMatchObject({ code: "too_many" });
  expect(await draftWeight(person.scope, known)).toMatchObject({ bytes: 1234 });
});
