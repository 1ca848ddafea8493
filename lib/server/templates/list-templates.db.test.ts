import { beforeAll, expect, test } from "vitest";
import { writeCursor } from "../cursor";
import { db } from "../db";
import { createProject } from "../projects";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { changeTemplate } from "./change-template";
import { createTemplate } from "./create-template";
import { duplicateTemplate } from "./duplicate-template";
import { listTemplates, type TemplatesQuery, templatesQuery } from "./list-templates";

withTestDatabase();

const NAMES = [
  "50% off",
  "snake_case",
  "Łódź launch",
  "łódź follow-up",
  "Back\\slash",
  "{{first_name}}",
  "Щёголева",
];

let person: Person;
beforeAll(async () => {
  person = await newPerson();
  const stranger = await newPerson("Somebody Else");
  for (const name of NAMES) {
    const from = { kind: "blank", width: 600, height: 200, displayWidth: 600 } as const;
    await createTemplate(person.scope, { name, from });
    await createTemplate(stranger.scope, { name, from });
  }
  // Times that tie, so that the cursor has to settle them by id.
  await db().template.updateMany({ data: { updatedAt: new Date("2026-01-21T10:00:00.123Z") } });
});

async function namesOf(query: Partial<TemplatesQuery>): Promise<string[]> {
  const page = await listTemplates(person.scope, { limit: 50, ...query });
  return page.templates.map((template) => template.name).sort();
}

test.each([
  ["50%", ["50% off"]],
  ["%", ["50% off"]],
  ["_", ["snake_case", "{{first_name}}"]],
  ["\\", ["Back\\slash"]],
  ["ŁÓDŹ", ["Łódź launch", "łódź follow-up"]],
  ["щёг", ["Щёголева"]],
  ["nothing of this name", []],
  ["lodz", ["Łódź launch", "łódź follow-up"]],
  ["\u0000", []],
])("searching %j finds the names that hold it, of this workspace only", async (search, found) => {
  expect(await namesOf({ search })).toEqual([...found].sort());
});

test("pages of every size give each template once, also where times tie", async () => {
  for (const limit of [1, 2, 3, 7, 8]) {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = templatesQuery.parse({ limit, ...(cursor ? { cursor } : {}) });
      const page = await listTemplates(person.scope, query);
      seen.push(...page.templates.map((template) => template.name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual([...NAMES].sort());
  }
});

test.each(["", "x", "bm90IGpzb24", writeCursor({ at: new Date(0), id: "a'b" })])(
  "%j is no cursor",
  (cursor) => {
    expect(templatesQuery.safeParse({ cursor }).success).toBe(false);
  },
);

test("a project shows its own, and moving takes a template there", async () => {
  const { id: projectId } = await createProject(person.scope, "Client A");
  expect(await namesOf({ project: projectId })).toEqual([]);
  const [first] = (await listTemplates(person.scope, { limit: 1 })).templates;
  if (!first) throw new Error("there are templates");
  await changeTemplate(person.scope, first.id, { projectId });
  expect(await namesOf({ project: projectId })).toEqual([first.name]);
  const copy = await duplicateTemplate(person.scope, first.id);
  expect(copy).toMatchObject({
    name: `${first.name} copy`,
    projectId,
    status: "draft",
    linkKey: null,
    revision: 1,
  });
});

test("a damaged draft is listed without a size and hides nothing else", async () => {
  const broken = await createTemplate(person.scope, {
    name: "Broken",
    from: { kind: "blank", width: 10, height: 10, displayWidth: 10 },
  });
  await db().template.update({ where: { id: broken.id }, data: { draft: { width: "wide" } } });
  const page = await listTemplates(person.scope, { limit: 50 });
  expect(page.templates[0]).toMatchObject({ id: broken.id, size: null });
  expect(page.templates.length).toBeGreaterThan(NAMES.length);
});
