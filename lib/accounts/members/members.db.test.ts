import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { createProject } from "@/lib/server/projects";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { openScope } from "../scope";
import { changeMember } from "./change-member";
import { leaveWorkspace } from "./leave-workspace";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { restoreMember } from "./restore-member";
import { transferOwnership } from "./transfer-ownership";

withTestDatabase();

let owner: Person;
let admin: Person;
let editor: Person;
beforeEach(async () => {
  owner = await newPerson("Owner");
  admin = await newMember(owner, "admin", "Admin");
  editor = await newMember(owner, "editor", "Editor");
});

const idOf = (person: Person) => person.scope.userId;
const roles = async (of: Person) =>
  Object.fromEntries((await listMembers(of.scope)).map(({ userId, role }) => [userId, role]));
const owners = (of: Person) =>
  db().member.count({ where: { workspaceId: of.scope.workspaceId, role: "owner" } });
const eventsOf = (of: Person) =>
  db().auditEvent.findMany({
    where: { workspaceId: of.scope.workspaceId, objectKind: "member" },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { action: true, userId: true, objectId: true, details: true },
  });

test("two owners who take each other's role, remove each other or leave at once: there is always an owner", async () => {
  const other = await newMember(owner, "owner", "Other");
  const { workspaceId } = owner.scope;
  const kept = await db().member.findMany({ where: { workspaceId } });
  const deeds: ((one: Person, two: Person) => Promise<unknown>)[] = [
    (one, two) => changeMember(one.scope, idOf(two), { role: "admin" }),
    (one) => changeMember(one.scope, idOf(one), { role: "viewer" }),
    (one, two) => removeMember(one.scope, idOf(two)),
    (one) => leaveWorkspace(one.scope),
    (one, two) => transferOwnership(one.scope, { userId: idOf(two) }),
  ];
  let done = 0;
  for (let round = 0; round < 100; round += 1) {
    const [first, second] = [deeds[round % 5], deeds[Math.floor(round / 5) % 5]];
    const settled = await Promise.allSettled([first?.(owner, other), second?.(other, owner)]);
    done += settled.filter(({ status }) => status === "fulfilled").length;
    expect(await owners(owner)).toBeGreaterThan(0);
    await db().member.deleteMany({ where: { workspaceId } });
    await db().member.createMany({ data: kept });
  }
  // Not because everything was refused.
  expect(done).toBeGreaterThan(90);
});

test.each(["demoted", "removed", "leaves"] as const)("the last owner %s: refused", async (deed) => {
  const before = await roles(owner);
  const attempts = {
    demoted: () => changeMember(owner.scope, idOf(owner), { role: "admin" }),
    removed: () => removeMember(owner.scope, idOf(owner)),
    leaves: () => leaveWorkspace(owner.scope),
  };
  await expect(attempts[deed]()).rejects.toMatchObject({ code: "conflict" });
  expect(await roles(owner)).toEqual(before);
});

test("only owners make and unmake owners", async () => {
  await expect(changeMember(admin.scope, idOf(editor), { role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
    path: "/role",
  });
  await expect(changeMember(admin.scope, idOf(owner), { role: "viewer" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(removeMember(admin.scope, idOf(owner))).rejects.toMatchObject({ code: "forbidden" });
  await expect(transferOwnership(admin.scope, { userId: idOf(editor) })).rejects.toMatchObject({
    code: "forbidden",
  });
  await changeMember(owner.scope, idOf(editor), { role: "owner" });
  expect(await owners(owner)).toBe(2);
});

test("nobody raises themselves, and whoever was lowered meanwhile does nothing more", async () => {
  await expect(changeMember(admin.scope, idOf(admin), { role: "owner" })).rejects.toMatchObject({
    code: "forbidden",
  });
  // The scope was opened while they were an admin.
  await changeMember(owner.scope, idOf(admin), { role: "viewer" });
  await expect(changeMember(admin.scope, idOf(admin), { role: "admin" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(removeMember(admin.scope, idOf(editor))).rejects.toMatchObject({ code: "forbidden" });
  await removeMember(owner.scope, idOf(admin));
  await expect(removeMember(admin.scope, idOf(editor))).rejects.toMatchObject({ code: "not_found" });
});

test("a role that was changed counts at the next request, and a removed member is a stranger at theirs", async () => {
  const { workspaceSlug } = owner.scope;
  expect((await openScope(editor.identity, workspaceSlug, "template.edit")).role).toBe("editor");
  await changeMember(owner.scope, idOf(editor), { role: "viewer" });
  await expect(openScope(editor.identity, workspaceSlug, "template.edit")).rejects.toMatchObject({
    code: "forbidden",
  });
  const { id } = await createProject(owner.scope, "Client");
  await changeMember(owner.scope, idOf(editor), { role: "guest", projectIds: [id] });
  expect((await openScope(editor.identity, workspaceSlug, "template.read")).projectIds).toEqual([id]);
  await removeMember(owner.scope, idOf(editor));
  await expect(openScope(editor.identity, workspaceSlug, "template.read")).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a guest's projects are of the workspace", async () => {
  const { id: foreign } = await createProject((await newPerson()).scope, "Foreign");
  const change = { role: "guest", projectIds: [foreign] } as const;
  await expect(
    changeMember(owner.scope, idOf(editor), { ...change, projectIds: [foreign] }),
  ).rejects.toMatchObject({ code: "invalid", path: "/projectIds" });
  expect((await roles(owner))[idOf(editor)]).toBe("editor");
});

test("a removal that is taken back leaves everything as it was", async () => {
  const { id } = await createProject(owner.scope, "Client");
  await changeMember(owner.scope, idOf(editor), { role: "guest", projectIds: [id] });
  const before = await listMembers(owner.scope);
  const { event } = await removeMember(admin.scope, idOf(editor));
  expect(await listMembers(owner.scope)).toHaveLength(2);
  // Neither somebody else, nor with another event, nor too late.
  const later = new Date(Date.now() + 11 * 60_000);
  await expect(restoreMember(owner.scope, idOf(editor), { event })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(restoreMember(admin.scope, idOf(editor), { event: "evt_other" })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(restoreMember(admin.scope, idOf(editor), { event }, later)).rejects.toMatchObject({
    code: "conflict",
  });
  await restoreMember(admin.scope, idOf(editor), { event });
  expect(await listMembers(owner.scope)).toEqual(before);
  await expect(restoreMember(admin.scope, idOf(editor), { event })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("who leaves cannot be put back in by the event of an older removal", async () => {
  const { event } = await removeMember(admin.scope, idOf(editor));
  await restoreMember(admin.scope, idOf(editor), { event });
  await leaveWorkspace({ ...editor.scope });
  await expect(restoreMember(admin.scope, idOf(editor), { event })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(restoreMember(admin.scope, "usr_nobody", { event })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("ownership passes on: one owner before, one after, and the log tells it", async () => {
  await transferOwnership(owner.scope, { userId: idOf(editor) });
  expect(await roles(editor)).toEqual({
    [idOf(owner)]: "admin",
    [idOf(admin)]: "admin",
    [idOf(editor)]: "owner",
  });
  expect(await eventsOf(owner)).toEqual([
    {
      action: "workspace.transfer",
      userId: idOf(owner),
      objectId: idOf(editor),
      details: { from: "editor" },
    },
  ]);
});

test("a change that changes nothing is in no log", async () => {
  await changeMember(owner.scope, idOf(editor), { role: "editor" });
  expect(await eventsOf(owner)).toEqual([]);
});
