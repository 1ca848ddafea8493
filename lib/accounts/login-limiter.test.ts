import { expect, test } from "vitest";
import { createLoginLimiter } from "./login-limiter";

function limiterAt() {
  let time = 1_000_000;
  const limiter = createLoginLimiter(() => time);
  return { limiter, wait: (ms: number) => (time += ms) };
}

test("five wrong passwords go through at once, then each wait doubles", () => {
  const { limiter, wait } = limiterAt();
  for (let failure = 0; failure < 5; failure += 1) expect(limiter.attempt("ana", "1.1.1.1")).toBe(0);
  const waits: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const ms = limiter.attempt("ana", "1.1.1.1");
    waits.push(ms);
    wait(ms);
    expect(limiter.attempt("ana", "1.1.1.1")).toBe(0);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
});

test("asking while waiting does not make it longer", () => {
  const { limiter, wait } = limiterAt();
  for (let failure = 0; failure < 5; failure += 1) limiter.attempt("ana", "1.1.1.1");
  expect(limiter.attempt("ana", "1.1.1.1")).toBe(1000);
  wait(400);
  expect(limiter.attempt("ana", "1.1.1.1")).toBe(600);
});

test("another account and another address are not held up", () => {
  const { limiter } = limiterAt();
  for (let failure = 0; failure < 6; failure += 1) limiter.attempt("ana", "1.1.1.1");
  expect(limiter.attempt("ana", "2.2.2.2")).toBe(0);
  expect(limiter.attempt("łukasz", "1.1.1.1")).toBe(0);
});

test("one account from many addresses slows down, and never for more than a minute", () => {
  const { limiter, wait } = limiterAt();
  for (let failure = 0; failure < 20; failure += 1)
    expect(limiter.attempt("ana", `10.0.0.${failure}`)).toBe(0);
  expect(limiter.attempt("ana", "10.0.1.1")).toBeGreaterThan(0);
  let longest = 0;
  for (let round = 0; round < 12; round += 1) {
    const ms = limiter.attempt("ana", `10.1.0.${round}`);
    longest = Math.max(longest, ms);
    wait(ms);
    limiter.attempt("ana", `10.2.0.${round}`);
  }
  expect(longest).toBe(60_000);
});

test("one address on many accounts slows down; addresses of one IPv6 network count as one", () => {
  const { limiter } = limiterAt();
  for (let failure = 0; failure < 50; failure += 1) {
    expect(limiter.attempt(`user${failure}`, `2001:db8:1:2::${failure.toString(16)}`)).toBe(0);
  }
  expect(limiter.attempt("other", "2001:db8:1:2:ffff::1")).toBeGreaterThan(0);
  expect(limiter.attempt("other", "2001:db8:1:3::1")).toBe(0);
});

test("a right password starts the account from nothing", () => {
  const { limiter } = limiterAt();
  for (let round = 0; round < 12; round += 1) {
    for (let failure = 0; failure < 4; failure += 1) expect(limiter.attempt("ana", `1.1.1.${round}`)).toBe(0);
    limiter.succeeded("ana", `1.1.1.${round}`);
  }
});

test("a quiet quarter of an hour forgets", () => {
  const { limiter, wait } = limiterAt();
  for (let failure = 0; failure < 5; failure += 1) limiter.attempt("ana", "1.1.1.1");
  wait(16 * 60_000);
  for (let failure = 0; failure < 5; failure += 1) expect(limiter.attempt("ana", "1.1.1.1")).toBe(0);
});

test("thirty sign-ups of one network an hour, counted from the first, and all again in the next", () => {
  const { limiter, wait } = limiterAt();
  const address = (index: number) => `2001:db8:1:2::${index.toString(16)}`;
  for (let hour = 0; hour < 3; hour += 1) {
    for (let index = 0; index < 30; index += 1) {
      expect(limiter.signUp(address(index))).toBe(0);
      wait(60_000);
    }
    expect(limiter.signUp(address(99))).toBe(30 * 60_000);
    wait(10 * 60_000);
    expect(limiter.signUp(address(98))).toBe(20 * 60_000);
    expect(limiter.signUp("2001:db8:1:3::1")).toBe(0);
    wait(20 * 60_000);
  }
});

test("sign-ups and wrong passwords of one address do not count together", () => {
  const { limiter } = limiterAt();
  for (let index = 0; index < 31; index += 1) limiter.signUp("1.1.1.1");
  expect(limiter.signUp("1.1.1.1")).toBeGreaterThan(0);
  expect(limiter.attempt("ana", "1.1.1.1")).toBe(0);
  for (let index = 0; index < 60; index += 1) limiter.attempt(`user${index}`, "2.2.2.2");
  expect(limiter.attempt("other", "2.2.2.2")).toBeGreaterThan(0);
  expect(limiter.signUp("2.2.2.2")).toBe(0);
});

test("ten codes of a second step go through at once, then each wait doubles, and a day forgets", () => {
  const { limiter, wait } = limiterAt();
  for (let guess = 0; guess < 10; guess += 1) expect(limiter.code("usr_1")).toBe(0);
  const waits: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const ms = limiter.code("usr_1");
    waits.push(ms);
    wait(ms);
    limiter.code("usr_1");
  }
  expect(waits.slice(0, 3)).toEqual([1000, 2000, 4000]);
  expect(waits.at(-1)).toBe(15 * 60_000);
  expect(limiter.code("usr_2")).toBe(0);
  wait(23 * 60 * 60_000);
  expect(limiter.code("usr_1")).toBe(0);
  expect(limiter.code("usr_1")).toBeGreaterThan(0);
  limiter.codeSucceeded("usr_1");
  for (let guess = 0; guess < 10; guess += 1) expect(limiter.code("usr_1")).toBe(0);
});

test("mails: three to an address from one network, twenty from a network, and never a long silence for an address", () => {
  const { limiter, wait } = limiterAt();
  for (let mail = 0; mail < 3; mail += 1) {
    expect(limiter.mail("ana@x", `2001:db8:1:2::${mail}`)).toEqual({ wait: 0, mail: true });
  }
  expect(limiter.mail("ana@x", "2001:db8:1:2::9").wait).toBeGreaterThan(0);
  for (let mail = 0; mail < 17; mail += 1) expect(limiter.mail(`u${mail}@x`, "2001:db8:1:2::1").wait).toBe(0);
  expect(limiter.mail("other@x", "2001:db8:1:2::1").wait).toBeGreaterThan(0);

  // Strangers from everywhere: some of what they ask for goes out, none of them is told which.
  const sent: number[] = [];
  for (let second = 0; second < 3600; second += 10) {
    const { wait: told, mail } = limiter.mail("victim@x", `10.${Math.floor(second / 250)}.0.${second % 250}`);
    expect(told).toBe(0);
    if (mail) sent.push(second);
    wait(10_000);
  }
  expect(sent.length).toBeLessThan(30);
  for (const [index, second] of sent.entries()) {
    expect(second - (sent[index - 1] ?? second)).toBeLessThanOrEqual(310);
  }
});
