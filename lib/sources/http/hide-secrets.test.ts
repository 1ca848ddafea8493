import { expect, it } from "vitest";
import { hideSecrets } from "./hide-secrets";

const SECRET = `s3cret/+&"key' (1)`;
const hide = hideSecrets([SECRET, "abc", "longer than s3cret"]);

const WAYS: Record<string, string> = {
  "as it is": SECRET,
  "in JSON": JSON.stringify({ told: SECRET }),
  "in JSON in JSON": JSON.stringify(JSON.stringify({ told: SECRET })),
  "in JSON with escaped slashes": JSON.stringify(SECRET).replaceAll("/", "\\/"),
  "in JSON for HTML": JSON.stringify(SECRET).replace(
    /[<>&'+]/g,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  ),
  "in an address": encodeURIComponent(SECRET),
  "in an address, in small letters": encodeURIComponent(SECRET).replace(/%../g, (sign) => sign.toLowerCase()),
  "in a form": new URLSearchParams({ told: SECRET }).toString(),
  "in HTML": SECRET.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;"),
  "in base64": Buffer.from(SECRET).toString("base64"),
  "in base64 for addresses": Buffer.from(SECRET).toString("base64url"),
  "in base64 behind one byte": Buffer.from(`:${SECRET}`).toString("base64"),
  "in base64 between others": Buffer.from(`ab${SECRET}c`).toString("base64"),
  "in hexadecimal digits": Buffer.from(SECRET).toString("hex"),
};

it.each(Object.entries(WAYS))("hides a secret %s", (_way, text) => {
  const hidden = hide(`before ${text} after`);
  expect(hidden).toContain("••••••");
  expect(hidden).toMatch(/^before .* after$/);
  for (const part of ["s3cret", "key", Buffer.from("s3cret/").toString("base64").slice(0, 8), "733363726574"])
    expect(hidden).not.toContain(part);
});

it("hides the longer of two first, and no word that is short", () => {
  expect(hideSecrets(["key-1", "key-1-long"])("key-1-long key-1 abc")).toBe("•••••• •••••• abc");
  expect(hide("abc")).toBe("abc");
});
