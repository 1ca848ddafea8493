import { expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { withTestDatabase } from "@/lib/server/testing/database";
import { newPerson } from "@/lib/server/testing/people";
import { createToken, redeemToken, TOKEN_MS, tokenHolds, withdrawTokens } from "./one-time-tokens";

withTestDatabase();

const person = async () => (await newPerson()).identity.userId;

test("of fifty who come with one token at once, one gets it", async () => {
  const userId = await person();
  const token = await createToken("sign_in", userId);
  const got = await Promise.all(Array.from({ length: 50 }, () => redeemToken("sign_in", token)));
  expect(got.filter((id) => id === userId)).toHaveLength(1);
  expect(got.filter((id) => id === null)).toHaveLength(49);
});

test("of fifty transactions with one token at once, one gets it, and one that fails leaves it", async () => {
  const token = await createToken("reset_password", await person());
  const failing = transaction(async () => {
    expect(await redeemToken("reset_password", token)).not.toBeNull();
    throw new Error("after all not");
  });
  await expect(failing).rejects.toThrow("after all not");
  const got = await Promise.all(
    Array.from({ length: 50 }, () => transaction(() => redeemToken("reset_password", token))),
  );
  expect(got.filter((id) => id !== null)).toHaveLength(1);
});

test("a token is for one purpose, for a while, and stored as nothing that opens anything", async () => {
  const now = new Date();
  const userId = await person();
  const token = await createToken("sign_in", userId, now);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await redeemToken("reset_password", token, now)).toBeNull();
  expect(await redeemToken("sign_in", token.slice(0, -1), now)).toBeNull();
  const stored = await db().oneTimeToken.findFirstOrThrow({ where: { userId } });
  expect(stored.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(await redeemToken("sign_in", stored.tokenHash, now)).toBeNull();
  const at = (ms: number) => new Date(now.getTime() + ms);
  expect(await tokenHolds("sign_in", token, at(TOKEN_MS.sign_in - 1))).toBe(true);
  expect(await tokenHolds("sign_in", token, at(TOKEN_MS.sign_in))).toBe(false);
  expect(await redeemToken("sign_in", token, at(TOKEN_MS.sign_in))).toBeNull();
  expect(await redeemToken("sign_in", token, at(TOKEN_MS.sign_in - 1))).toBe(userId);
  expect(await tokenHolds("sign_in", token, now)).toBe(false);
});

test("withdrawing takes one person's links of the named kinds; what is too old goes with the next one made", async () => {
  const [userId, other] = [await person(), await person()];
  const now = new Date();
  const [reset, signIn, theirs] = [
    await createToken("reset_password", userId, now),
    await createToken("sign_in", userId, now),
    await createToken("reset_password", other, now),
  ];
  await withdrawTokens(userId, ["reset_password"]);
  expect(await tokenHolds("reset_password", reset, now)).toBe(false);
  expect(await tokenHolds("sign_in", signIn, now)).toBe(true);
  expect(await tokenHolds("reset_password", theirs, now)).toBe(true);
  await createToken("sign_in", other, new Date(now.getTime() + TOKEN_MS.sign_in));
  expect(await db().oneTimeToken.count({ where: { userId } })).toBe(0);
});
