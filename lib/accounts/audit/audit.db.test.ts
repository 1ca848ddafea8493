import { beforeAll, expect, test } from "vitest";
import { runDailyWork } from "@/lib/server/daily-work";
import { db, transaction } from "@/lib/server/db";
import { createProject, renameProject } from "@/lib/server/projects";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { newId } from "../ids";
import { deleteOldEvents, EVENTS_KEPT_MS } from "./delete-old-events";
import { exportEvents } from "./export-events";
import { eventsQuery, listEvents } from "./list-events";
import { recordEvent } from "./record-event";

withTestDatabase();

let owner: Person;
let admin: Person;
beforeAll(async () => {
  owner = await newPerson("Owner");
  admin = await newMember(owner, "admin", "=HYPERLINK(1)");
});

const START = Date.UTC(2026, 5, 1);
async function plant(person: Person, minutes: number, action = "template.create", name = "x") {
  await db().auditEvent.create({
    data: {
      ...{ id: newId("evt"), workspaceId: person.scope.workspaceId, userId: person.scope.userId },
      ...{ at: new Date(START + minutes * 60_000), userName: "Owner", action, details: {} },
      ...{ objectKind: action.split(".")[0] ?? "", objectId: "tpl_1", objectName: name },
    },
  });
}

async function exported(person: Person, query: Parameters<typeof exportEvents>[1]): Promise<string> {
  let text = "";
  for await (const part of exportEvents(person.scope, query)) text += part;
  return text;
}

test("what a transaction undoes was never done", async () => {
  const person = await newPerson();
  const failed = transaction(async (tx) => {
    await recordEvent(tx, person.scope, "project.create", { kind: "project", id: "prj_1", name: "x" });
    throw new Error("on purpose");
  });
  await expect(failed).rejects.toThrow("on purpose");
  expect(await db().auditEvent.count({ where: { workspaceId: person.scope.workspaceId } })).toBe(0);
});

test("pages go back in time without a gap or a repetition, also where many are of one moment", async () => {
  const person = await newPerson();
  for (let index = 0; index < 25; index += 1) await plant(person, Math.floor(index / 10));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listEvents(person.scope, eventsQuery.parse({ limit: "4", cursor }));
    seen.push(...page.events.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  const all = await db().auditEvent.findMany({
    where: { workspaceId: person.scope.workspaceId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  expect(seen).toEqual(all.map(({ id }) => id));
});

test("by person, action, kind and time, and never of another workspace", async () => {
  const person = await newPerson();
  await plant(person, 0, "template.create", "first");
  await plant(person, 60, "template.publish", "second");
  await plant(person, 120, "project.create", "third");
  await plant(owner, 60, "template.publish", "foreign");
  const names = async (filter: object) =>
    (await listEvents(person.scope, eventsQuery.parse(filter))).events.map(({ object }) => object.name);
  expect(await names({})).toEqual(["third", "second", "first"]);
  expect(await names({ person: person.scope.userId, kind: "template" })).toEqual(["second", "first"]);
  expect(await names({ person: owner.scope.userId })).toEqual([]);
  expect(await names({ action: "template.publish" })).toEqual(["second"]);
  expect(
    await names({
      from: new Date(START + 60 * 60_000).toISOString(),
      to: new Date(START + 120 * 60_000).toISOString(),
    }),
  ).toEqual(["second"]);
  expect(eventsQuery.safeParse({ from: "yesterday" }).success).toBe(false);
});

test("a name that was changed is told as it was", async () => {
  const person = await newPerson();
  const { id } = await createProject(person.scope, "Before");
  await renameProject(person.scope, id, "After");
  const { events } = await listEvents(person.scope, eventsQuery.parse({}));
  expect(events).toMatchObject([
    {
      action: "project.edit",
      object: { name: "After" },
      details: { from: "Before", to: "After" },
      key: null,
    },
    { action: "project.create", object: { name: "Before" } },
  ]);
});

test("an export has every event, and nothing in it runs in a spreadsheet", async () => {
  const person = await newPerson("Owner");
  await plant(person, 0, "template.create", '=cmd|" /C calc"!A0');
  const { scope } = admin;
  await transaction((tx) =>
    recordEvent(
      tx,
      scope,
      "project.create",
      { kind: "project", id: "prj_1", name: "＝1+1" },
      { from: "a,b" },
    ),
  );
  const human = await exported(person, { raw: "0" });
  expect(human).toMatch(/^time,person,person_id,key,action,kind,name,object_id,project_id,details\r\n/);
  expect(human).toContain(`,"'=cmd|"" /C calc""!A0",`);
  expect(await exported(person, { raw: "1" })).toContain(`,"=cmd|"" /C calc""!A0",`);
  const ofAdmin = await exported(admin, { raw: "0", person: scope.userId });
  expect(ofAdmin).toContain(`,'=HYPERLINK(1),`);
  expect(ofAdmin).toContain(",'＝1+1,");
  expect(ofAdmin).toContain(`"{""from"":""a,b""}"`);
  for (let index = 0; index < 30; index += 1) await plant(person, index);
  expect((await exported(person, { raw: "1" })).trimEnd().split("\r\n")).toHaveLength(32);
});

test("events are kept for 365 days to the millisecond", async () => {
  const person = await newPerson();
  const where = { workspaceId: person.scope.workspaceId };
  for (let index = 0; index < 7; index += 1) await plant(person, 0);
  const end = START + EVENTS_KEPT_MS;
  await deleteOldEvents(new Date(end));
  expect(await db().auditEvent.count({ where })).toBe(7);
  expect(await deleteOldEvents(new Date(end + 1), 3)).toBeGreaterThanOrEqual(7);
  expect(await db().auditEvent.count({ where })).toBe(0);
});

test("the daily work deletes them too", async () => {
  await plant(owner, 0);
  await runDailyWork(new Date(START + EVENTS_KEPT_MS + 1));
  expect(await db().auditEvent.count({ where: { at: { lt: new Date(START + 1) } } })).toBe(0);
});
