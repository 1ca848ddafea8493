import { describe, expect, test } from "vitest";
import { hashNumber, readCode, sequenceName, sequenceNumber, verificationCode } from "./certificate-number";

const KEY = new Uint8Array(32).fill(7);
const place = { batchId: "bat_1", row: 12 };

describe("numbers", () => {
  test("of a sequence name the year they were given in, and do not end at a million", () => {
    expect(sequenceName("ACME", new Date("2026-12-31T23:59:59Z"))).toBe("ACME-2026");
    expect(sequenceName("", new Date("2027-01-01T00:00:00Z"))).toBe("2027");
    expect(sequenceNumber("ACME-2026", 123)).toBe("ACME-2026-000123");
    expect(sequenceNumber("2026", 1_234_567)).toBe("2026-1234567");
  });

  test("of a hash are 26 characters in groups, the same each time, and other ones for all else", () => {
    const number = hashNumber(KEY, "ACME", place);
    expect(number).toMatch(/^ACME(-[0-9A-HJKMNP-TV-Z]{5}){4}-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(hashNumber(KEY, "ACME", { ...place })).toBe(number);
    const others = [
      hashNumber(KEY, "ACME", { ...place, row: 13 }),
      hashNumber(KEY, "ACME", { ...place, batchId: "bat_2" }),
      hashNumber(new Uint8Array(32).fill(8), "ACME", place),
    ];
    expect(new Set([number, ...others]).size).toBe(4);
    expect(hashNumber(KEY, "", place)).toBe(number.slice("ACME-".length));
  });

  test("are alike for no two of many rows", () => {
    const numbers = Array.from({ length: 5_000 }, (_, row) => hashNumber(KEY, "", { batchId: "b", row }));
    expect(new Set(numbers).size).toBe(5_000);
  });
});

describe("codes", () => {
  test("are 128 bits and say nothing of the number", () => {
    const code = verificationCode(KEY, place);
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(hashNumber(KEY, "", place).toLowerCase().replaceAll("-", "")).not.toBe(code);
  });

  test("are read however people type them", () => {
    const code = verificationCode(KEY, place);
    expect(readCode(code)).toBe(code);
    expect(readCode(` ${code.toUpperCase().replace(/.{5}/g, "$&-")} `)).toBe(code);
    expect(readCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
  });

  test.each([
    "",
    "abc",
    "u".repeat(26),
    "é".repeat(26),
    "0".repeat(27),
    `${"0".repeat(26)}${"-".repeat(90)}`,
  ])("%j is none", (typed) => {
    expect(readCode(typed)).toBeNull();
  });
});
