import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { judgeAddress, parseBlocks } from "./address-rule";

const PRIVATE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "224.0.0.0/3",
];

const privateIpv4 = fc.tuple(fc.constantFrom(...PRIVATE), fc.nat(0xffff_ffff)).map(([block, random]) => {
  const [base, bits] = ipaddr.IPv4.parseCIDR(block);
  const hostMask = bits === 0 ? 0xffff_ffff : 2 ** (32 - bits) - 1;
  const low = (random & hostMask) >>> 0;
  const number = base.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0) + low;
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
});

const hex = (high: number, low: number) => ((high << 8) | low).toString(16);

describe("judgeAddress", () => {
  it("passes plain global addresses on both sides of every private block", () => {
    const passing = ["8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"];
    passing.push(
      "126.255.255.255",
      "128.0.0.0",
      "169.253.255.255",
      "169.255.0.0",
      "172.15.0.1",
      "172.32.0.1",
    );
    passing.push("192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255");
    passing.push("168.63.129.15", "168.63.129.17", "2606:4700::1", "2a00:1450:4001::64", "::ffff:8.8.8.8");
    for (const ip of passing) expect(judgeAddress(ip), ip).toBe("public");
  });

  it("refuses what is not an address in canonical notation", () => {
    for (const ip of ["", "127.1", "0x7f.0.0.1", "8.8.8", "2130706433", "example.com", "[::1]", "8.8.8.8 "]) {
      expect(judgeAddress(ip), ip).toBe("refused");
    }
    expect(judgeAddress("2606:4700::1%eth0")).toBe("refused");
  });

  it("refuses a private IPv4 address in every coat", () => {
    fc.assert(
      fc.property(privateIpv4, ([a = 0, b = 0, c = 0, d = 0]) => {
        const dotted = `${a}.${b}.${c}.${d}`;
        const pair = `${hex(a, b)}:${hex(c, d)}`;
        const coats = [
          dotted,
          `::ffff:${dotted}`,
          `::ffff:${pair}`,
          `::${dotted}`,
          `::${pair}`,
          `::ffff:0:${dotted}`,
          `64:ff9b::${pair}`,
          `64:ff9b:1::${pair}`,
          `2002:${pair}::1`,
          `2001:0:4136:e378:8000:63bf:${pair}`,
          `2600:1f18::5efe:${pair}`,
          `2600:1f18::200:5efe:${pair}`,
        ];
        for (const coat of coats) expect(judgeAddress(coat), coat).toBe("refused");
      }),
    );
  });

  it("opens exactly the blocks an operator lists", () => {
    const opened = parseBlocks(["10.1.0.0/16", "fd12::/32"]);
    expect(judgeAddress("10.1.2.3", opened)).toBe("public");
    expect(judgeAddress("::ffff:10.1.2.3", opened)).toBe("public");
    expect(judgeAddress("fd12::9", opened)).toBe("public");
    for (const ip of ["10.2.0.1", "fd13::1", "127.0.0.1", "169.254.169.254"]) {
      expect(judgeAddress(ip, opened), ip).toBe("refused");
    }
    for (const typo of ["10.1.0.0", "10.1.0.0/33", "fd12::/x", "intranet"]) {
      expect(() => parseBlocks([typo]), typo).toThrow(`got "${typo}"`);
    }
  });
});
