import { beforeEach, expect, test } from "vitest";
import { createFirstOpens } from "@/lib/render/first-opens";
import type { LiveLink } from "@/lib/render/picture-maker";
import { createDocument } from "@/lib/template/create-document";
import { db } from "./db";
import {
  beginFirstOpen,
  countFirstOpens,
  FIRST_OPEN_DAYS,
  noteOpenedAgain,
  readFirstOpen,
  trimFirstOpens,
} from "./first-open-reads";
import { backgroundDone } from "./in-background";
import { deleteLink } from "./links/delete-link";
import { deleteOldFirstOpens } from "./links/delete-old-first-opens";
import { readLink } from "./picture-reads";
import { createTemplate } from "./templates/create-template";
import { publishTemplate } from "./templates/publish-template";
import { withTestDatabase } from "./testing/database";
import { newPerson, type Person } from "./testing/people";

withTestDatabase();

const SIZE = { width: 60, height: 30, displayWidth: 60 };
const READS = {
  ...{ read: readFirstOpen, begin: beginFirstOpen, count: countFirstOpens },
  ...{ trim: trimFirstOpens, again: noteOpenedAgain },
};
const ANA = "ana@example.com";

/** One process; no clock is raced here. */
const process = () => createFirstOpens(READS, { patienceMs: 60_000 });

let owner: Person;
let link: LiveLink;
beforeEach(async () => {
  owner = await newPerson();
  const { id } = await createTemplate(owner.scope, { name: "Mail", from: { kind: "blank", ...SIZE } });
  await publishTemplate(owner.scope, id, 1);
  const { key } = await db().link.findFirstOrThrow({ where: { templateId: id } });
  const row = await readLink(key);
  if (row?.state !== "live") throw new Error("no link");
  link = { ...row, document: createDocument(SIZE) } as LiveLink;
});

test("fifty at once, each as if in a process of its own, are told one moment, which stays", async () => {
  const told = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      process()(link, [ANA], { now: 1_700_000_000_000 + index, begins: true }),
    ),
  );
  expect(told.every(({ complete }) => complete)).toBe(true);
  expect(new Set(told.map(({ at }) => at.get(ANA))).size).toBe(1);
  expect(await db().firstOpen.count({ where: { linkId: link.linkId ?? "" } })).toBe(1);
  const later = await process()(link, [ANA], { now: 1_800_000_000_000, begins: true });
  expect(later.at.get(ANA)).toBe(told[0]?.at.get(ANA));
});

test("a look begins nothing, and no address of anybody is stored", async () => {
  const opens = process();
  expect((await opens(link, [ANA], { now: 1, begins: false })).at.size).toBe(0);
  await opens(link, [ANA], { now: 2, begins: true });
  const rows = await db().firstOpen.findMany({ where: { workspaceId: owner.scope.workspaceId } });
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("ana");
});

test("is no other workspace's, whatever link is named", async () => {
  await process()(link, [ANA], { now: 1_000, begins: true });
  const stranger = (await newPerson()).scope.workspaceId;
  const { workspaceId } = owner.scope;
  const { recipient, linkId } = await db().firstOpen.findFirstOrThrow({ where: { workspaceId } });
  expect(await readFirstOpen({ workspaceId: stranger, linkId, recipient })).toBeNull();
  expect(await readFirstOpen({ workspaceId, linkId, recipient })).toBe(1_000);
});

test("is forgotten after its days, and with its link", async () => {
  const now = Date.UTC(2026, 10, 28);
  await process()(link, [ANA, "ben@example.com"], { now, begins: true });
  const days = (count: number) => new Date(now + count * 86_400_000);
  const left = () => db().firstOpen.count({ where: { workspaceId: owner.scope.workspaceId } });
  await deleteOldFirstOpens(days(FIRST_OPEN_DAYS - 1));
  expect(await left()).toBe(2);
  expect(await deleteOldFirstOpens(days(FIRST_OPEN_DAYS), 1)).toBeGreaterThanOrEqual(2);
  expect(await left()).toBe(0);
  await process()(link, [ANA], { now, begins: true });
  await deleteLink(owner.scope, link.linkId ?? "");
  expect(await left()).toBe(0);
});

test("made-up recipients take the places of each other, not of those who came again", async () => {
  const bounds = { most: 20, mostAnHour: 1_000, patienceMs: 60_000 };
  const [one, two] = [createFirstOpens(READS, bounds), createFirstOpens(READS, bounds)];
  const hour = 60 * 60_000;
  const people = Array.from({ length: 10 }, (_, index) => `person ${index}`);
  await one(link, people, { now: hour, begins: true });
  // Another process shows them the picture again.
  expect((await two(link, people, { now: hour + 300_000, begins: true })).complete).toBe(true);
  await backgroundDone();
  for (let index = 0; index < 40; index += 1) {
    const opens = index % 2 ? one : two;
    const told = await opens(link, [`made up ${index}`], { now: hour + 400_000 + index, begins: true });
    expect(told.complete).toBe(true);
  }
  const rows = await db().firstOpen.findMany({ where: { linkId: link.linkId ?? "" } });
  expect(rows.filter(({ again }) => again)).toHaveLength(10);
  // Each of two processes may add what it does not know of the other.
  expect(rows.length).toBeLessThanOrEqual(40);
  const fresh = createFirstOpens(READS, bounds);
  const told = await fresh(link, people, { now: hour + 500_000, begins: false });
  expect(new Set(told.at.values())).toEqual(new Set([hour]));
});

test("no more are written down in an hour than may be, whichever process is asked, and all see their picture", async () => {
  const bounds = { most: 1_000, mostAnHour: 10, patienceMs: 60_000 };
  const at = (now: number) =>
    createFirstOpens(READS, bounds)(link, [`made up ${now}`], { now, begins: true });
  const told = [];
  for (let now = 1; now <= 15; now += 1) told.push(await at(now));
  expect(told.map(({ complete }) => complete)).toEqual([...Array(10).fill(true), ...Array(5).fill(false)]);
  expect(await db().firstOpen.count({ where: { linkId: link.linkId ?? "" } })).toBe(10);
  expect((await at(60 * 60_000 + 20)).complete).toBe(true);
});
