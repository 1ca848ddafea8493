import { hash, verify } from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { processWide, takeProcessWide } from "@/lib/server/process-registry";
import type { Gate } from "./gate";
import { type HashShare, hashPassword, needsRehash, UNKNOWN_USER_HASH, verifyPassword } from "./password";

// The real thing, counted.
vi.mock(import("@node-rs/argon2"), async (original) => {
  const argon2 = await original();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

test("a password fits its own hash, to the character", async () => {
  const stored = await hashPassword(" Nguyễn o'neil ", "sign-up");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await verifyPassword(stored, " Nguyễn o'neil ")).toBe(true);
  expect(await verifyPassword(stored, "Nguyễn o'neil")).toBe(false);
  expect(await verifyPassword(stored, " nguyễn o'neil ")).toBe(false);
  expect(await verifyPassword(stored, " Nguyễn o'neil ".normalize("NFD"))).toBe(false);
});

test("nothing fits an unknown user, also not what is longer than any password", async () => {
  expect(await verifyPassword(null, "anything at all")).toBe(false);
  expect(await verifyPassword(await hashPassword("x".repeat(128), "sign-up"), "x".repeat(5000))).toBe(false);
});

test("for an unknown user as much is hashed as for a wrong password", async () => {
  const stored = await hashPassword("a real password", "sign-up");
  const hashed = async (against: string | null) => {
    vi.mocked(verify).mockClear();
    await verifyPassword(against, "wrong");
    return vi.mocked(verify).mock.calls.map(([phc, password]) => [parametersOf(String(phc)), password]);
  };
  expect(await hashed(null)).toEqual(await hashed(stored));
  expect(await hashed(null)).toHaveLength(1);
});

test("a hash of another cost asks to be made anew", async () => {
  expect(needsRehash(await hashPassword("current cost", "sign-up"))).toBe(false);
  expect(needsRehash(await hash("older cost", { memoryCost: 19456, timeCost: 2, parallelism: 1 }))).toBe(
    true,
  );
});

/** What stands in a hash before its salt, and how long salt and sum are. */
function parametersOf(phc: string) {
  const [, kind, version, cost, salt, sum] = phc.split("$");
  return { kind, version, cost, salt: salt?.length, sum: sum?.length };
}

test("the hash for unknown users is of the same kind and cost as a new one", async () => {
  expect(parametersOf(UNKNOWN_USER_HASH)).toEqual(parametersOf(await hashPassword("anything", "sign-up")));
});

test("after a moment without room, an unknown user is again a wrong password and not an outage", async () => {
  await withGate("sign-in", FULL, () => expect(verifyPassword(null, "wrong")).rejects.toThrow("planted"));
  expect(await verifyPassword(null, "wrong")).toBe(false);
});

test("an unknown user asks for room exactly as often as a known one", async () => {
  const stored = await hashPassword("a real password", "sign-up");
  for (const against of [null, stored]) {
    let asked = 0;
    const counting: Gate = (task) => {
      asked += 1;
      return task();
    };
    await withGate("sign-in", counting, () => verifyPassword(against, "wrong"));
    expect(asked).toBe(1);
  }
});

test("a flood of sign-ups leaves sign-in as it was, and the reverse", async () => {
  const stored = await hashPassword("a real password", "sign-up");
  await withGate("sign-up", FULL, async () => {
    await expect(hashPassword("another", "sign-up")).rejects.toThrow("planted");
    expect(await verifyPassword(stored, "a real password")).toBe(true);
    expect(await hashPassword("rehashed", "sign-in")).toContain("$argon2id$");
  });
  await withGate("sign-in", FULL, async () => {
    await expect(verifyPassword(stored, "a real password")).rejects.toThrow("planted");
    await expect(hashPassword("rehashed", "sign-in")).rejects.toThrow("planted");
    expect(await hashPassword("another", "sign-up")).toContain("$argon2id$");
  });
});

const FULL: Gate = () => Promise.reject(new Error("planted"));

/** Runs something in a process that has just started, with another gate before the hashing of one share. */
async function withGate(share: HashShare, gate: Gate, run: () => Promise<unknown>): Promise<void> {
  globalThis.nameplateProcess?.clear();
  processWide(`password-gate ${share}`, () => gate);
  await run();
  takeProcessWide(`password-gate ${share}`);
}
