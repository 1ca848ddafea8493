import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { changePassword, passwordChange } from "./change-password";
import { verifyPassword } from "./password";
import { confirmSession, createSession, listSessions } from "./sessions";
import { signIn } from "./sign-in";

withTestDatabase();

/** What `newPerson` signs up with. */
const CURRENT = "four unrelated words";
const NEXT = " Nguyễn, four other words ";
const FROM = { address: "192.0.2.1", userAgent: "vitest" };

const change = (person: Person, next = NEXT, current = CURRENT) =>
  changePassword(person.identity, { current, next }, FROM.address);

const userOf = ({ scope }: Person) => db().user.findUniqueOrThrow({ where: { id: scope.userId } });

async function anotherSession(person: Person) {
  const { userId } = person.scope;
  return { userId, sessionId: await createSession(userId, "another") };
}

test("the new password signs in, the old one does not, and nobody else's is changed", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const before = await userOf(other);
  await change(person);
  const { email, passwordHash } = await userOf(person);
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await signIn({ email, password: CURRENT }, FROM)).toBeNull();
  expect(await signIn({ email, password: NEXT }, FROM)).not.toBeNull();
  expect(await userOf(other)).toEqual(before);
});

test("the browser that asked stays signed in, all others of the person end, nobody else's do", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const elsewhere = [await anotherSession(person), await anotherSession(person)];
  await change(person);
  for (const session of elsewhere) expect(await confirmSession(session)).toBe(false);
  expect((await listSessions(person.identity)).map(({ id }) => id)).toEqual([person.identity.sessionId]);
  expect(await confirmSession(other.identity)).toBe(true);
});

test("a wrong current password changes nothing, and says where it is", async () => {
  const person = await newPerson();
  const elsewhere = await anotherSession(person);
  const before = await userOf(person);
  await expect(change(person, NEXT, "wrong")).rejects.toMatchObject({ code: "invalid", path: "/current" });
  expect(await userOf(person)).toEqual(before);
  expect(await confirmSession(elsewhere)).toBe(true);
});

test("guessing here and at sign-in count together", async () => {
  const person = await newPerson();
  const { email } = await userOf(person);
  for (const guess of ["a", "b", "c"]) {
    await expect(change(person, NEXT, guess)).rejects.toMatchObject({ code: "invalid" });
  }
  for (const password of ["d", "e"]) expect(await signIn({ email, password }, FROM)).toBeNull();
  const refused = { code: "too_many", details: { retryAfter: 1 } };
  await expect(change(person)).rejects.toMatchObject(refused);
  await expect(signIn({ email, password: CURRENT }, FROM)).rejects.toMatchObject(refused);
});

test("of two changes at once one is made, and the other is told", async () => {
  const person = await newPerson();
  const choices = ["first of two choices", "second of two choices"];
  const results = await Promise.allSettled(choices.map((next) => change(person, next)));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ path: "/current" });
  }
  const made = choices[results.findIndex(({ status }) => status === "fulfilled")] ?? "";
  expect(await verifyPassword((await userOf(person)).passwordHash, made)).toBe(true);
});

/** The older cost makes sign-in write the hash too. */
async function withOlderHash(person: Person) {
  const passwordHash = await hash(CURRENT, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  return db().user.update({ where: { id: person.scope.userId }, data: { passwordHash } });
}

test("whoever signs in with the old password during the change is not signed in after it", async () => {
  for (let round = 0; round < 6; round += 1) {
    const person = await newPerson();
    const { email } = round % 2 === 0 ? await withOlderHash(person) : await userOf(person);
    const signIns = Array.from({ length: 3 }, () => signIn({ email, password: CURRENT }, FROM));
    await Promise.all([change(person), ...signIns]);
    expect(await verifyPassword((await userOf(person)).passwordHash, NEXT)).toBe(true);
    expect((await listSessions(person.identity)).map(({ id }) => id)).toEqual([person.identity.sessionId]);
  }
});

test("sign-ins at once, each of which makes an older hash anew, all begin a session", async () => {
  const { email } = await withOlderHash(await newPerson());
  const signIns = Array.from({ length: 4 }, () => signIn({ email, password: CURRENT }, FROM));
  expect(await Promise.all(signIns)).not.toContain(null);
});

test.each([
  [{ current: "", next: NEXT }, "Enter your current password."],
  [{ current: CURRENT, next: "short" }, "at least 8"],
  [{ current: CURRENT, next: "1234567890" }, "attackers try first"],
  [{ current: CURRENT, next: "x".repeat(129) }, "at most 128"],
])("%j is refused: %s", (input, sentence) => {
  expect(passwordChange.safeParse(input).error?.issues.map(({ message }) => message)).toEqual([
    expect.stringContaining(sentence),
  ]);
});
