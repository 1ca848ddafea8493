import { expect, test } from "vitest";
import { emailAddress } from "./email";

test.each([
  ["ana@example.com", "ana@example.com"],
  ["  Ana.Nguyen@Example.COM ", "ana.nguyen@example.com"],
  ["o'neil+news@example.co.uk", "o'neil+news@example.co.uk"],
  ["lodz@xn--d-uga.example", "lodz@xn--d-uga.example"],
])("%j is %j", (given, stored) => {
  expect(emailAddress.parse(given)).toBe(stored);
});

test.each([
  "",
  "ana",
  "ana@",
  "@example.com",
  '"a@evil.com"@victim.com',
  "ana＠example.com",
  "ana@example.com\r\nBcc: x@example.com",
  "ana@example.com\n",
  "ana\u0000@example.com",
  "ana@example..com",
  "a b@example.com",
  `${"a".repeat(250)}@example.com`,
])("%j is refused", (given) => {
  expect(emailAddress.safeParse(given).success).toBe(false);
});
