import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newMember, newPerson, sessionCookie } from "@/lib/server/testing/people";
import { identify } from "./identity";
import { openScope } from "./scope";
import { sessionCookieName } from "./session-cookie";
import { confirmSession, createSession, listSessions, revokeSession } from "./sessions";
import { signIn } from "./sign-in";
import { signUp, signUpInput } from "./sign-up";

withTestDatabase();

const DAY = 24 * 60 * 60_000;
const PASSWORD = "four unrelated words";
const FROM = { address: "192.0.2.1", userAgent: "vitest" };

test("signing up makes person, workspace, ownership and a project; the same address again makes nothing", async () => {
  const input = signUpInput.parse({
    name: " Łukasz  Щёголев ",
    email: "Lukasz@Example.com",
    password: PASSWORD,
  });
  const made = await signUp(input);
  const scope = await openScope(
    { userId: made.userId, sessionId: "none" },
    made.workspaceSlug,
    "workspace.edit",
  );
  expect(scope).toMatchObject({ role: "owner", workspaceName: "Łukasz Щёголев’s workspace" });
  expect(await db().project.count({ where: { workspaceId: made.workspaceId } })).toBe(1);
  const before = await db().workspace.count();
  await expect(signUp(signUpInput.parse({ ...input, email: "LUKASZ@example.com" }))).rejects.toMatchObject({
    code: "conflict",
    path: "/email",
  });
  expect(await db().workspace.count()).toBe(before);
  expect(await db().user.count({ where: { email: "lukasz@example.com" } })).toBe(1);
});

test("ten sign-ups with one address at once make one account and leave nothing of the others", async () => {
  const before = await db().workspace.count();
  const input = { name: "Ana", email: "race@example.com", password: PASSWORD };
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => signUp(input)));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  }
  expect(await db().workspace.count()).toBe(before + 1);
});

test("people of one name get addresses of their own", async () => {
  const slugs = await Promise.all(
    Array.from({ length: 5 }, async () => (await newPerson("Nguyễn Văn An")).scope.workspaceSlug),
  );
  expect(new Set(slugs).size).toBe(5);
  for (const slug of slugs) expect(slug).toMatch(/^nguyen-van-an(-[a-z0-9]{6})?$/);
});

test("the right password begins a session, anything else does not", async () => {
  await signUp({ name: "Ana", email: "ana@example.com", password: PASSWORD });
  const session = await signIn({ email: " ANA@example.com", password: PASSWORD }, FROM);
  if (!session) throw new Error("the right password did not sign in");
  expect(await confirmSession(session)).toBe(true);
  expect(await signIn({ email: "ana@example.com", password: `${PASSWORD} ` }, FROM)).toBeNull();
  expect(await signIn({ email: "nobody@example.com", password: PASSWORD }, FROM)).toBeNull();
  expect(await signIn({ email: "not an address", password: PASSWORD }, FROM)).toBeNull();
  expect(await signIn(undefined, FROM)).toBeNull();
});

test("guessing is slowed down, and the right password waits with it", async () => {
  await signUp({ name: "Guessed", email: "guessed@example.com", password: PASSWORD });
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await signIn({ email: "guessed@example.com", password: `wrong ${failure}` }, FROM)).toBeNull();
  }
  await expect(signIn({ email: "guessed@example.com", password: PASSWORD }, FROM)).rejects.toMatchObject({
    code: "too_many",
    details: { retryAfter: 1 },
  });
});

test("a password hashed at an older cost is hashed anew at sign-in", async () => {
  const { userId } = await signUp({ name: "Old", email: "old@example.com", password: PASSWORD });
  const passwordHash = await hash(PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await db().user.update({ where: { id: userId }, data: { passwordHash } });
  const from = { ...FROM, address: "192.0.2.9" };
  expect(await signIn({ email: "old@example.com", password: PASSWORD }, from)).not.toBeNull();
  const stored = await db().user.findUniqueOrThrow({ where: { id: userId } });
  expect(stored.passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await signIn({ email: "old@example.com", password: PASSWORD }, from)).not.toBeNull();
});

test("a session ends when revoked, at once and for its cookie", async () => {
  const person = await newPerson();
  const { userId, sessionId } = person.identity;
  const cookie = (name: string) => (name === sessionCookieName() ? person.cookie.split("=")[1] : undefined);
  expect(await identify(cookie)).toEqual({ userId, sessionId });
  await revokeSession({ userId, sessionId }, sessionId);
  expect(await identify(cookie)).toBeNull();
  await expect(revokeSession({ userId, sessionId }, sessionId)).resolves.toBeUndefined();
});

test("nobody ends or lists somebody else's sessions", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  await expect(revokeSession(other.identity, person.identity.sessionId)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await confirmSession(person.identity)).toBe(true);
  const listed = await listSessions(other.identity);
  expect(listed.map((session) => session.id)).toEqual([other.identity.sessionId]);
  expect(listed[0]?.current).toBe(true);
});

test("a token of another person for this session, a forged or a cut one is nobody", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const mixed = await sessionCookie(other.scope.userId, person.identity.sessionId);
  const token = person.cookie.split("=")[1] ?? "";
  for (const value of [mixed.split("=")[1], token.slice(0, -2), `${token}x`, "x.y.z", ""]) {
    expect(await identify(() => value)).toBeNull();
  }
});

test("a session ends after 14 quiet days, and after 30 days however busy", async () => {
  const { scope } = await newPerson();
  const begin = new Date("2026-01-01T00:00:00Z");
  const at = (days: number) => new Date(begin.getTime() + days * DAY);
  const quiet = { ...scope, sessionId: await createSession(scope.userId, "quiet", begin) };
  expect(await confirmSession(quiet, at(14.1))).toBe(false);
  const busy = { ...scope, sessionId: await createSession(scope.userId, "busy", begin) };
  for (let day = 1; day < 30; day += 1) expect(await confirmSession(busy, at(day))).toBe(true);
  expect(await confirmSession(busy, at(30.01))).toBe(false);
});

test("a stranger's workspace and one that does not exist are the same answer", async () => {
  const [person, stranger] = [await newPerson(), await newPerson()];
  const errorOf = (slug: string) =>
    openScope(stranger.identity, slug, "template.read").then(
      () => null,
      (error) => ({ code: error.code, message: error.message, details: error.details }),
    );
  const foreign = await errorOf(person.scope.workspaceSlug);
  expect(foreign?.code).toBe("not_found");
  expect(await errorOf("no-such-workspace")).toEqual(foreign);
});

test("a member whose role was lowered has the lower one at the next request", async () => {
  const owner = await newPerson();
  const member = await newMember(owner, "editor");
  const { workspaceSlug, workspaceId, userId } = member.scope;
  await expect(openScope(member.identity, workspaceSlug, "template.edit")).resolves.toMatchObject({
    role: "editor",
  });
  await db().member.update({
    where: { workspaceId_userId: { workspaceId, userId } },
    data: { role: "viewer" },
  });
  await expect(openScope(member.identity, workspaceSlug, "template.edit")).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(openScope(member.identity, workspaceSlug, "template.read")).resolves.toMatchObject({
    role: "viewer",
  });
});
