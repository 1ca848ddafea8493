import { beforeEach, expect, test } from "vitest";
import { db } from "../db";
import { withTestDatabase } from "../testing/database";
import { newPerson, type Person } from "../testing/people";
import { changeTemplate } from "./change-template";
import { createTemplate } from "./create-template";
import { deleteTemplate } from "./delete-template";

withTestDatabase();

const STARTER = { kind: "starter", id: "vip-pass" } as const;

let person: Person;
beforeEach(async () => {
  person = await newPerson();
});

const made = async (who = person) => createTemplate(who.scope, { from: STARTER });

test("a template has its starter's name, with the first number that is free in the workspace", async () => {
  const first = await made();
  const second = await made();
  expect([first.name, second.name, (await made()).name]).toEqual(["VIP pass", "VIP pass 2", "VIP pass 3"]);
  await deleteTemplate(person.scope, second.id);
  expect((await made()).name).toBe("VIP pass 2");
  await changeTemplate(person.scope, first.id, { name: "VIP pass for Anna" });
  expect((await made()).name).toBe("VIP pass");
});

test("names of other workspaces are not taken, and a name that is given stays", async () => {
  await made(await newPerson("Somebody Else"));
  expect((await made()).name).toBe("VIP pass");
  expect((await createTemplate(person.scope, { name: "VIP pass", from: STARTER })).name).toBe("VIP pass");
  const blank = { kind: "blank", width: 600, height: 200, displayWidth: 600 } as const;
  for (const name of ["Untitled", "Untitled"]) {
    expect((await createTemplate(person.scope, { from: blank })).name).toBe(name);
  }
  expect(await db().template.count({ where: { workspaceId: person.scope.workspaceId } })).toBe(4);
});
