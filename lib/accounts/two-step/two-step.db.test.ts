import { TOTP } from "otpauth";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import { seal, unseal } from "@/lib/server/sealed-secret";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createLoginLimiter } from "../login-limiter";
import { createToken, tokenHolds } from "../one-time-tokens";
import { confirmSession, createSession } from "../sessions";
import { signIn } from "../sign-in";
import { signInByLink } from "../sign-in-by-link";
import { checkCode } from "./check-code";
import { beginTwoStep, confirmTwoStep, loadTwoStep, renewRecoveryCodes, turnOffTwoStep } from "./two-step";

withTestDatabase();

const PASSWORD = "four unrelated words";
const ADDRESS = "192.0.2.1";
const FROM = { address: ADDRESS, userAgent: "vitest" };
const NOW = new Date("2026-03-01T12:00:10Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const codeAt = (secret: string, at: Date) => new TOTP({ secret }).generate({ timestamp: at.getTime() });
const emailOf = async ({ identity }: Person) =>
  (await db().user.findUniqueOrThrow({ where: { id: identity.userId } })).email;

/** Somebody whose sign-in has a second step, turned on at NOW. */
async function withTwoStep() {
  const person = await newPerson();
  const { secret } = await beginTwoStep(person.identity, { password: PASSWORD }, ADDRESS);
  const { recoveryCodes } = await confirmTwoStep(person.identity, codeAt(secret, NOW), NOW);
  return { person, userId: person.identity.userId, secret, recoveryCodes };
}

const wanted = { code: "not_signed_in", details: { secondStep: "wanted" } };
const wrong = { code: "not_signed_in", details: { secondStep: "wrong" } };

test("counts once a code is confirmed, and not before", async () => {
  const person = await newPerson();
  const email = await emailOf(person);
  const { secret, address } = await beginTwoStep(person.identity, { password: PASSWORD }, ADDRESS);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(address).toContain(`secret=${secret}`);
  expect(address).toContain("issuer=Nameplate");
  expect(await loadTwoStep(person.identity)).toEqual({ on: false, since: null, recoveryCodesLeft: 0 });
  expect(await signIn({ email, password: PASSWORD }, FROM)).not.toBeNull();
  await expect(confirmTwoStep(person.identity, codeAt(secret, later(-300)), NOW)).rejects.toMatchObject({
    path: "/code",
  });
  expect(await signIn({ email, password: PASSWORD }, FROM)).not.toBeNull();
  const elsewhere = {
    ...person.identity,
    sessionId: await createSession(person.identity.userId, "elsewhere"),
  };
  const { recoveryCodes } = await confirmTwoStep(person.identity, codeAt(secret, NOW), NOW);
  // Whoever is in elsewhere came in without the second step.
  expect(await confirmSession(elsewhere)).toBe(false);
  expect(await confirmSession(person.identity)).toBe(true);
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
  expect(await loadTwoStep(person.identity)).toEqual({ on: true, since: NOW, recoveryCodesLeft: 10 });
  await expect(signIn({ email, password: PASSWORD }, FROM)).rejects.toMatchObject(wanted);
  await expect(beginTwoStep(person.identity, { password: PASSWORD }, ADDRESS)).rejects.toMatchObject({
    code: "conflict",
  });
});

test("setting it up, turning it off and new recovery codes need the password", async () => {
  const { person, recoveryCodes } = await withTwoStep();
  const fresh = await newPerson();
  for (const proof of [{}, { password: "wrong" }, { code: recoveryCodes[0] ?? "" }]) {
    const refused = { code: "invalid", path: "/password" };
    await expect(beginTwoStep(fresh.identity, proof, ADDRESS)).rejects.toMatchObject(refused);
    await expect(turnOffTwoStep(person.identity, proof, ADDRESS)).rejects.toMatchObject(refused);
    await expect(renewRecoveryCodes(person.identity, proof, ADDRESS)).rejects.toMatchObject(refused);
  }
  expect((await loadTwoStep(person.identity)).on).toBe(true);
  const renewed = await renewRecoveryCodes(person.identity, { password: PASSWORD }, ADDRESS);
  expect(renewed.recoveryCodes).not.toContain(recoveryCodes[0]);
  expect(await checkCode(person.identity.userId, recoveryCodes[0] ?? "")).toBe(false);
  await turnOffTwoStep(person.identity, { password: PASSWORD }, ADDRESS);
  expect(await loadTwoStep(person.identity)).toEqual({ on: false, since: null, recoveryCodesLeft: 0 });
  expect(await signIn({ email: await emailOf(person), password: PASSWORD }, FROM)).not.toBeNull();
});

test("somebody without a password proves it with a code", async () => {
  const { person, userId, recoveryCodes } = await withTwoStep();
  await db().user.update({ where: { id: userId }, data: { passwordHash: null } });
  await expect(turnOffTwoStep(person.identity, { code: "000000" }, ADDRESS)).rejects.toMatchObject({
    path: "/code",
  });
  await turnOffTwoStep(person.identity, { code: recoveryCodes[0] ?? "" }, ADDRESS);
  expect((await loadTwoStep(person.identity)).on).toBe(false);
});

test("a code lets one in, once: the same again, an older one and one of another time do not", async () => {
  const { userId, secret } = await withTwoStep();
  const at = later(60);
  const code = codeAt(secret, at);
  // Confirming used the code of NOW up.
  expect(await checkCode(userId, codeAt(secret, NOW), NOW)).toBe(false);
  const got = await Promise.all(Array.from({ length: 8 }, () => checkCode(userId, code, at)));
  expect(got.filter(Boolean)).toHaveLength(1);
  expect(await checkCode(userId, codeAt(secret, later(30)), at)).toBe(false);
  const next = later(600);
  expect(await checkCode(userId, codeAt(secret, later(660)), next)).toBe(false);
  expect(await checkCode(userId, codeAt(secret, later(540)), next)).toBe(false);
  // A clock half a minute off is fine, and so are spaces.
  const ahead = codeAt(secret, later(630));
  expect(await checkCode(userId, ` ${ahead.slice(0, 3)} ${ahead.slice(3)} `, next)).toBe(true);
});

test("a recovery code works once, typed as one likes, and only for its owner", async () => {
  const { person, userId, recoveryCodes } = await withTwoStep();
  const other = await withTwoStep();
  const [first = "", second = ""] = recoveryCodes;
  expect(await checkCode(other.userId, first, NOW)).toBe(false);
  const typed = first.replaceAll("-", " ").toUpperCase();
  const got = await Promise.all(Array.from({ length: 5 }, () => checkCode(userId, typed, NOW)));
  expect(got.filter(Boolean)).toHaveLength(1);
  expect(await checkCode(userId, second, NOW)).toBe(true);
  expect((await loadTwoStep(person.identity)).recoveryCodesLeft).toBe(8);
});

test("a session begins after both steps, by password and by link, and a link waits for its code", async () => {
  const { person, userId, recoveryCodes } = await withTwoStep();
  const email = await emailOf(person);
  const sessions = () => db().session.count({ where: { userId } });
  const before = await sessions();
  const token = await createToken("sign_in", userId);
  await expect(signInByLink({ token }, FROM)).rejects.toMatchObject(wanted);
  await expect(signInByLink({ token, code: "000000" }, FROM)).rejects.toMatchObject(wrong);
  await expect(signIn({ email, password: PASSWORD, code: "000000" }, FROM)).rejects.toMatchObject(wrong);
  expect(await signIn({ email, password: "wrong", code: recoveryCodes[2] }, FROM)).toBeNull();
  expect(await tokenHolds("sign_in", token)).toBe(true);
  expect(await sessions()).toBe(before);
  expect(await signInByLink({ token, code: recoveryCodes[0] }, FROM)).not.toBeNull();
  expect(await tokenHolds("sign_in", token)).toBe(false);
  expect(await signIn({ email, password: PASSWORD, code: recoveryCodes[1] }, FROM)).not.toBeNull();
  // The code that came with a wrong password was not used up.
  expect(await signIn({ email, password: PASSWORD, code: recoveryCodes[2] }, FROM)).not.toBeNull();
  expect(await sessions()).toBe(before + 3);
});

test("guessing codes is slowed down, wherever from, and the right one waits with it", async () => {
  const { person, recoveryCodes } = await withTwoStep();
  const email = await emailOf(person);
  // A clock that stands still: on a busy machine the second of waiting would be over too soon.
  takeProcessWide("login-limiter");
  processWide("login-limiter", () => createLoginLimiter(() => 0));
  for (let guess = 0; guess < 10; guess += 1) {
    const code = String(guess).padStart(6, "0");
    const from = { ...FROM, address: `203.0.113.${guess}` };
    await expect(signIn({ email, password: PASSWORD, code }, from)).rejects.toMatchObject(wrong);
  }
  await expect(
    signIn({ email, password: PASSWORD, code: recoveryCodes[0] }, { ...FROM, address: "203.0.113.99" }),
  ).rejects.toMatchObject({ code: "too_many", details: { retryAfter: 1 } });
  takeProcessWide("login-limiter");
});

test("the secret at rest is encrypted, for one person, and opens nowhere else", async () => {
  const { userId, secret, recoveryCodes } = await withTwoStep();
  const stored = await db().twoStep.findUniqueOrThrow({ where: { userId } });
  const codes = await db().recoveryCode.findMany({ where: { userId } });
  const kept = JSON.stringify([stored, codes]);
  expect(kept).not.toContain(secret);
  for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll("-", ""));
  expect(unseal("two-step", userId, stored.secret)).toBe(secret);
  expect(unseal("two-step", "usr_other", stored.secret)).toBeNull();
  const at = stored.secret.length - 5;
  const changed = `${stored.secret.slice(0, at)}${stored.secret[at] === "A" ? "B" : "A"}${stored.secret.slice(at + 1)}`;
  for (const broken of [changed, stored.secret.slice(0, -4), "v1.", "v2.x", ""]) {
    expect(unseal("two-step", userId, broken)).toBeNull();
  }
  expect(seal("two-step", userId, secret)).not.toBe(stored.secret);
});
