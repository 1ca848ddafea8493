import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createKey, listKeys, revokeKey, rotateKey } from "./manage-keys";

withTestDatabase();

const SCOPES = ["templates:read" as const];

async function withKeys(count: number): Promise<Person> {
  const person = await newPerson();
  for (let index = 0; index < count; index += 1) {
    await createKey(person.scope, { name: `Key ${index}`, scopes: SCOPES });
  }
  return person;
}

const live = async (person: Person) =>
  (await listKeys(person.scope)).filter(({ revokedAt }) => revokedAt === null).length;

test("twenty who make the last key at once make one", async () => {
  const person = await withKeys(49);
  // Connections are there before the race, so that all of them are in it.
  await Promise.all(Array.from({ length: 10 }, () => db().$queryRaw`SELECT pg_sleep(0.2)::text`));
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => createKey(person.scope, { name: "Race", scopes: SCOPES })),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await live(person)).toBe(50);
});

test("rotating with an overlap takes a place; at once it takes the old one's", async () => {
  const person = await withKeys(50);
  const [first] = await listKeys(person.scope);
  if (!first) throw new Error("fifty were made");
  const rotated = rotateKey(person.scope, first.id, { overlapHours: 1 });
  await expect(rotated).rejects.toMatchObject({ code: "conflict" });
  await rotateKey(person.scope, first.id, { overlapHours: 0 });
  const [, second] = (await listKeys(person.scope)).filter(({ id }) => id !== first.id);
  await revokeKey(person.scope, second?.id ?? "");
  const [third] = (await listKeys(person.scope)).filter((key) => !key.revokedAt && !key.expiresAt);
  await rotateKey(person.scope, third?.id ?? "", { overlapHours: 1 });
});
