import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { env, replaceEnv } from "@/lib/server/env";
import { withTestDatabase } from "@/lib/server/testing/database";
import { mailedToken, mailsTo } from "@/lib/server/testing/mailed";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { askForReset, askForSignInLink, mailRequest } from "./ask-for-mail";
import { confirmEmail, mailFirstConfirmation, resendConfirmation } from "./confirm-email";
import { createInvitation } from "./invitations/create-invitation";
import { createKey } from "./keys/manage-keys";
import { createToken } from "./one-time-tokens";
import { resetPassword } from "./reset-password";
import { confirmSession } from "./sessions";
import { signIn } from "./sign-in";
import { signInByLink } from "./sign-in-by-link";

withTestDatabase();

const FROM = { address: "192.0.2.1", userAgent: "vitest" };
const OLD = "four unrelated words";
const NEXT = "four other words";

let client = 0;
/** Each test comes from addresses of its own: what they ask for is counted. */
function newAddress(): string {
  client += 1;
  return `198.51.100.${client}`;
}

const userOf = ({ identity }: Person) => db().user.findUniqueOrThrow({ where: { id: identity.userId } });

async function newConfirmed(): Promise<Person> {
  const person = await newPerson();
  await db().user.update({ where: { id: person.identity.userId }, data: { emailVerifiedAt: new Date() } });
  return person;
}

test("a mailed link confirms the address, once, and the mail can be asked for again until then", async () => {
  const person = await newPerson();
  const { email, emailVerifiedAt } = await userOf(person);
  expect(emailVerifiedAt).toBeNull();
  mailFirstConfirmation(person.identity.userId);
  expect(await mailsTo(email)).toMatchObject([{ subject: "Confirm your e-mail" }]);
  const first = await mailedToken(email);
  await resendConfirmation(person.identity);
  const second = await mailedToken(email);
  expect(second).not.toBe(first);
  // Somebody else, who is signed in and has the link, confirms nothing, and it stays good.
  await expect(confirmEmail((await newPerson()).identity, first)).rejects.toMatchObject({ code: "gone" });
  await confirmEmail(person.identity, first);
  expect((await userOf(person)).emailVerifiedAt).not.toBeNull();
  for (const spent of [first, second, "x"]) {
    await expect(confirmEmail(person.identity, spent)).rejects.toMatchObject({ code: "gone" });
  }
  await expect(resendConfirmation(person.identity)).rejects.toMatchObject({ code: "conflict" });
});

test("a person who asks for the confirmation over and over is told to wait", async () => {
  const person = await newPerson();
  for (let round = 0; round < 4; round += 1) await resendConfirmation(person.identity);
  await expect(resendConfirmation(person.identity)).rejects.toMatchObject({ code: "too_many" });
  expect(await mailsTo((await userOf(person)).email)).toHaveLength(4);
});

test("a new password by a mailed link: the old one and every session end, a notice goes out", async () => {
  const [person, other] = [await newConfirmed(), await newPerson()];
  const { email } = await userOf(person);
  const signInToken = await createToken("sign_in", person.identity.userId);
  await askForReset({ email, address: newAddress() });
  const token = await mailedToken(email);
  await expect(resetPassword({ token: `${token}x`, password: NEXT })).rejects.toMatchObject({ code: "gone" });
  await resetPassword({ token, password: NEXT });
  expect(await confirmSession(person.identity)).toBe(false);
  expect(await confirmSession(other.identity)).toBe(true);
  expect(await signIn({ email, password: OLD }, FROM)).toBeNull();
  expect(await signIn({ email, password: NEXT }, FROM)).not.toBeNull();
  await expect(resetPassword({ token, password: OLD })).rejects.toMatchObject({ code: "gone" });
  expect(await signInByLink({ token: signInToken }, FROM)).toBeNull();
  expect((await mailsTo(email)).at(-1)).toMatchObject({ subject: "Your password was changed" });
});

test("of two new passwords by one link at once, one is set", async () => {
  const person = await newConfirmed();
  const token = await createToken("reset_password", person.identity.userId);
  const tries = ["first of two choices", "second of two choices"].map((password) =>
    resetPassword({ token, password }),
  );
  const results = await Promise.allSettled(tries);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("whoever signed up with somebody else's address keeps no way in once its owner takes it", async () => {
  const squatter = await newPerson();
  const { userId } = squatter.identity;
  await db().oAuthAccount.create({
    data: { provider: "google", providerAccountId: "g-1", userId, email: "squatter@example.com" },
  });
  await db().twoStep.create({ data: { userId, secret: "x", confirmedAt: new Date() } });
  const { key } = await createKey(squatter.scope, { name: "Kept", scopes: ["templates:read"] });
  const guest = { email: "friend@example.com", role: "viewer" as const, projectIds: [], mail: false };
  const { invitation } = await createInvitation(squatter.scope, guest);
  await resetPassword({ token: await createToken("reset_password", userId), password: NEXT });
  expect((await db().apiKey.findUniqueOrThrow({ where: { id: key.id } })).revokedAt).not.toBeNull();
  const offered = await db().invitation.findUniqueOrThrow({ where: { id: invitation.id } });
  expect(offered.revokedAt).not.toBeNull();
  const { email, emailVerifiedAt } = await userOf(squatter);
  expect(emailVerifiedAt).not.toBeNull();
  expect(await db().oAuthAccount.count({ where: { userId } })).toBe(0);
  expect(await signIn({ email, password: NEXT }, FROM)).not.toBeNull();

  // Once confirmed, a new password leaves what the person set up themselves.
  await db().twoStep.create({ data: { userId, secret: "x", confirmedAt: new Date() } });
  await resetPassword({ token: await createToken("reset_password", userId), password: OLD });
  expect(await db().twoStep.count({ where: { userId } })).toBe(1);
});

test("a mailed link signs in once; an unconfirmed account gets one to choose a password instead", async () => {
  const person = await newConfirmed();
  const { email } = await userOf(person);
  await askForSignInLink({ email, address: newAddress() });
  const token = await mailedToken(email);
  const session = await signInByLink({ token }, FROM);
  expect(session && (await confirmSession(session))).toBe(true);
  expect(await signInByLink({ token }, FROM)).toBeNull();
  expect(await signInByLink({ token: "" }, FROM)).toBeNull();
  expect(await signInByLink(undefined, FROM)).toBeNull();

  const unconfirmed = await userOf(await newPerson());
  await askForSignInLink({ email: unconfirmed.email, address: newAddress() });
  const other = await mailedToken(unconfirmed.email);
  expect(await signInByLink({ token: other }, FROM)).toBeNull();
  expect((await mailsTo(unconfirmed.email)).at(-1)?.text).toContain("/sign-in/reset#");
});

test("an address that nobody has gets the same answer and no mail", async () => {
  const [known, unknown] = [(await userOf(await newConfirmed())).email, "nobody@example.com"];
  for (const ask of [askForReset, askForSignInLink]) {
    for (const email of [known, unknown]) {
      await expect(ask({ email, address: newAddress() })).resolves.toBeUndefined();
    }
  }
  expect(await mailsTo(known)).toHaveLength(2);
  expect(await mailsTo(unknown)).toHaveLength(0);
  for (const email of [known, unknown]) {
    const address = newAddress();
    for (let round = 0; round < 3; round += 1) await askForReset({ email, address });
    await expect(askForReset({ email, address })).rejects.toMatchObject({ code: "too_many" });
  }
});

test("who asks for many addresses is told to wait; strangers who ask for one cannot keep its owner's mail away", async () => {
  const address = newAddress();
  for (let round = 0; round < 20; round += 1) await askForReset({ email: `n${round}@example.com`, address });
  await expect(askForReset({ email: "n20@example.com", address })).rejects.toMatchObject({
    code: "too_many",
  });

  const { email } = await userOf(await newConfirmed());
  for (let round = 0; round < 8; round += 1) await askForReset({ email, address: newAddress() });
  // No more than five at once, and the ones that came work.
  expect(await mailsTo(email)).toHaveLength(5);
  await expect(askForReset({ email, address: newAddress() })).resolves.toBeUndefined();
  await expect(resetPassword({ token: await mailedToken(email), password: NEXT })).resolves.toBeUndefined();
});

test("where no mail is sent, asking says so, for any address alike", async () => {
  const settings = env();
  const { email } = await userOf(await newConfirmed());
  replaceEnv({
    DATABASE_URL: settings.DATABASE_URL,
    NEXTAUTH_SECRET: "7Jv0cN1yqkE2uT9rXw4sB6dF8hL3mPzA",
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
  });
  for (const to of [email, "nobody@example.com"]) {
    await expect(askForReset({ email: to, address: newAddress() })).rejects.toMatchObject({
      code: "unavailable",
    });
  }
});

test.each([
  '"a@evil.example"@victim.example',
  "a@victim.example\r\nBcc: x@evil.example",
  "a＠victim.example",
])("%j is no address to ask for", (email) => {
  expect(mailRequest.safeParse({ email }).success).toBe(false);
});
