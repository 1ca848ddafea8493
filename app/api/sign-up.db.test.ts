import { expect, test } from "vitest";
import { newId } from "@/lib/accounts/ids";
import { db } from "@/lib/server/db";
import { replaceEnv } from "@/lib/server/env";
import { ask } from "@/lib/server/testing/ask";
import { withTestDatabase } from "@/lib/server/testing/database";
import { POST } from "./account/sign-up/route";

/** How many accounts one address may make. */

const database = withTestDatabase({ NAMEPLATE_MODE: "local" });

const input = (password = "four unrelated words") => ({
  name: "Łukasz",
  email: `${newId("usr")}@example.com`,
  password,
});

function signUpFrom(address: string, body: unknown = input()): Promise<Response> {
  return ask(POST, { method: "POST", body, headers: { "x-forwarded-for": address } });
}

async function statusesFrom(addresses: readonly string[]): Promise<number[]> {
  return (await Promise.all(addresses.map((address) => signUpFrom(address)))).map(({ status }) => status);
}

const times = (count: number, address: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => address(index));

test("thirty accounts of one network are made, the next is told when to come again", async () => {
  const network = (index: number) => `2001:db8:7:7::${index.toString(16)}`;
  expect(await statusesFrom(times(30, network))).toEqual(Array(30).fill(201));
  const before = await db().user.count();
  const refused = await signUpFrom(network(99));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3500);
  const { error } = await refused.json();
  expect(error).toMatchObject({ code: "too_many", message: expect.stringMatching(/^[A-Z].+ 60 minutes\.$/) });
  expect(await db().user.count()).toBe(before);
  expect((await signUpFrom("2001:db8:7:8::1")).status).toBe(201);
});

test("what the form refuses does not count", async () => {
  for (let round = 0; round < 40; round += 1) {
    expect((await signUpFrom("192.0.2.40", input("short"))).status).toBe(422);
  }
  expect((await signUpFrom("192.0.2.40")).status).toBe(201);
});

test("this very machine is not counted while trying things out", async () => {
  expect(await statusesFrom(times(35, () => "127.0.0.1"))).toEqual(Array(35).fill(201));
});

test("where it is not a machine of one's own, no address is left out", async () => {
  replaceEnv({ ...process.env, DATABASE_URL: database.url, NAMEPLATE_MODE: "production" });
  expect(await statusesFrom(times(30, () => "::ffff:127.0.0.1"))).toEqual(Array(30).fill(201));
  expect((await signUpFrom("127.0.0.1")).status).toBe(429);
});
