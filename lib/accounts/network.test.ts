import { expect, test } from "vitest";
import { isLoopback, networkOf } from "./network";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:192.0.2.2", "192.0.2.2"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ["127.0.0.1", true],
  ["127.8.9.10", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["128.0.0.1", false],
  ["127.0.0.1.example.com", false],
  ["10.127.0.0.1", false],
  ["::12", false],
  ["unknown", false],
  ["", false],
])("%j is this machine: %s", (address, loopback) => {
  expect(isLoopback(address)).toBe(loopback);
});
