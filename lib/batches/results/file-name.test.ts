import { expect, test } from "vitest";
import { fillPattern, safeFileName, uniqueNames } from "./file-name";

const safe = (text: string) => safeFileName(text, "jpg");

test.each([
  ["Acme-Ñuñez", "Acme-Ñuñez"],
  ["株式会社-山田", "株式会社-山田"],
  ["شركة الأمل", "شركة الأمل"],
  ["हिन्दी", "हिन्दी"],
  ["../../etc/passwd", "etc-passwd"],
  ["..\\..\\boot.ini", "boot.ini"],
  ["C:\\Windows", "C-Windows"],
  ['a/b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i"],
  ["line\nbreak\ttab\0nul", "line-break-tab-nul"],
  ["cod\u202egpj.exe", "codgpj.exe"],
  ["CON", "_CON"],
  ["nul.backup", "_nul.backup"],
  ["com¹", "_com¹"],
  ["console", "console"],
  [" . -rf. ", "rf"],
  ["", ""],
  ["///", ""],
  ["👩‍💻", ""],
])("%j becomes %j", (text, name) => {
  expect(safe(text)).toBe(name);
});

test("no name has more than 120 characters, or more bytes than file systems hold, whatever is added", () => {
  for (const letter of ["x", "ñ", "株", "𠮷"]) {
    const name = uniqueNames("webp");
    const given = Array.from({ length: 3 }, () => name(safeFileName(letter.repeat(500), "webp")));
    for (const each of given) {
      expect(each.length).toBeLessThanOrEqual(120);
      expect(Buffer.byteLength(each)).toBeLessThanOrEqual(255);
      expect(each).not.toMatch(/\p{Cs}/u);
    }
    expect(new Set(given).size).toBe(3);
  }
});

test("names are told apart without their case, also where one looks like a second", () => {
  const name = uniqueNames("png");
  expect(["Acme", "ACME", "acme (2)", "acme", "straße", "STRASSE", "é", "e\u0301"].map(name)).toEqual([
    "Acme.png",
    "ACME (2).png",
    "acme (2) (2).png",
    "acme (3).png",
    "straße.png",
    "STRASSE (2).png",
    "é.png",
    "e\u0301 (2).png",
  ]);
});

test("a pattern takes values by name, and nothing where there is none", () => {
  const values = new Map([
    ["company", "Acme {{last_name}}"],
    ["Last Name", "Núñez"],
  ]);
  const fill = (pattern: string) => fillPattern(pattern, (name) => values.get(name));
  expect(fill("{{company}}-{{ Last Name }}-{{nothing}}.")).toBe("Acme {{last_name}}-Núñez-.");
});
