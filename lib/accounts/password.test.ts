import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, needsRehash, verifyPassword } from "./password";

test("a password fits its own hash, to the character", async () => {
  const stored = await hashPassword(" Nguyễn o'neil ");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await verifyPassword(stored, " Nguyễn o'neil ")).toBe(true);
  expect(await verifyPassword(stored, "Nguyễn o'neil")).toBe(false);
  expect(await verifyPassword(stored, " nguyễn o'neil ")).toBe(false);
  expect(await verifyPassword(stored, " Nguyễn o'neil ".normalize("NFD"))).toBe(false);
});

test("nothing fits an unknown user, also not what is longer than any password", async () => {
  expect(await verifyPassword(null, "anything at all")).toBe(false);
  expect(await verifyPassword(await hashPassword("x".repeat(128)), "x".repeat(5000))).toBe(false);
});

test("an unknown user costs as much time as a wrong password", async () => {
  const stored = await hashPassword("a real password");
  const time = async (against: string | null) => {
    const start = performance.now();
    for (let round = 0; round < 10; round += 1) await verifyPassword(against, "wrong");
    return performance.now() - start;
  };
  await time(null);
  const known = await time(stored);
  const unknown = await time(null);
  // A shared machine is noisy; without the dummy hash the ratio is nearer to a hundred.
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5);
});

test("a hash of another cost asks to be made anew", async () => {
  expect(needsRehash(await hashPassword("current cost"))).toBe(false);
  expect(needsRehash(await hash("older cost", { memoryCost: 19456, timeCost: 2, parallelism: 1 }))).toBe(
    true,
  );
});
