import { expect, test } from "vitest";
import { isAllowedHost } from "./host-rule";
import { narrowHosts } from "./narrow-hosts";

const LISTS = [
  [],
  ["a.example.com"],
  ["*.example.com"],
  ["*.a.example.com", "b.example.net"],
  ["*.example.net", "c.example.org"],
  ["example.com"],
];
const HOSTS = [
  "a.example.com",
  "x.a.example.com",
  "example.com",
  "b.example.net",
  "c.example.org",
  "evil.test",
];

test("a host is on the narrowed list when it is on both", () => {
  for (const one of LISTS) {
    for (const other of LISTS) {
      for (const host of HOSTS) {
        const both = isAllowedHost(host, one) && isAllowedHost(host, other);
        expect(isAllowedHost(host, narrowHosts(one, other)), `${host} in ${one} and ${other}`).toBe(both);
      }
    }
  }
});
