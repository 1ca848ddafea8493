import { expect, test } from "vitest";
import { fillPattern } from "../results/file-name";
import { filledLetter, letter, unknownTag } from "./letter";

const URL_OF = "https://pictures.example/p/b_1/7.png";

const LETTER = letter.parse({ column: 0, subject: "Hi", message: "x", deliver: "address" });

const filled = (message: string, words: (name: string) => string) =>
  filledLetter({ ...LETTER, message }, words, URL_OF).text;

test("a text of spaces after two braces, as long as a message may be, is answered at once", {
  timeout: 5_000,
}, () => {
  for (const end of ["x", "}x", "{", ""]) {
    const hostile = `{{${" ".repeat(4_990)}${end}`;
    expect(unknownTag(hostile, { columns: [] }, [])).toBeNull();
    expect(fillPattern(hostile, () => "no")).toBe(hostile);
  }
});

test("spaces around a name in braces do not count", () => {
  const known = { columns: ["First name"] };
  expect(unknownTag("{{ first name }} {{row}} {{\tpicture_url\n}}", known, [])).toBeNull();
  expect(unknownTag("Dear {{ frist_name }}", known, [])).toBe("frist_name");
  expect(fillPattern("{{ a }}-{{a}}", (name) => name.toUpperCase())).toBe("A-A");
});

test("a text that is cut keeps whole addresses and whole characters, and still tells where the file is", () => {
  const told = `\n\n${URL_OF}\n`;
  const across = filled("{{long}}{{picture_url}}", () => "x".repeat(19_990));
  expect(across).toBe(`${"x".repeat(19_990)}${told}`);
  const before = filled("{{picture_url}} {{long}}", () => "x".repeat(30_000));
  expect(before.split(URL_OF)).toHaveLength(2);
  expect(before).toHaveLength(20_001);
  const halves = filled("{{long}}", () => `x${"😀".repeat(10_000)}`);
  expect(halves).toBe(`x${"😀".repeat(9_999)}${told}`);
});
