import { parse } from "parse5";
import { expect, test } from "vitest";
import { mailLayout } from "./mail-layout";

const HOSTILE = `<img src=x onerror="alert(1)"> & 'O"Neil'</p><a href="https://evil.example">here</a>`;

test("text and HTML say the same, with one link that can be read before it is opened", () => {
  const { text, html } = mailLayout({
    heading: "Confirm your e-mail",
    paragraphs: ["Somebody signed up."],
    link: { label: "Open this", url: "https://img.example.com/verify-email#abc_-" },
    closing: ["It holds for a day."],
  });
  expect(text).toBe(
    "Confirm your e-mail\n\nSomebody signed up.\n\nOpen this:\nhttps://img.example.com/verify-email#abc_-\n\nIt holds for a day.\n\nNameplate\n",
  );
  expect(html.match(/<a [^>]*>([^<]*)<\/a>/g)).toEqual([
    expect.stringMatching(/href="(https:\/\/img\.example\.com\/verify-email#abc_-)".*>\1<\/a>$/),
  ]);
  for (const words of ["Confirm your e-mail", "Somebody signed up.", "Open this:", "It holds for a day."]) {
    expect(html).toContain(words);
  }
});

test("what others wrote is shown as it is and makes no element, no link and no paragraph", () => {
  const { text, html } = mailLayout({
    heading: HOSTILE,
    paragraphs: [`${HOSTILE}\r\n\r\nYour account is locked:\nhttps://evil.example`],
    link: { label: HOSTILE, url: 'https://img.example.com/x#"><b>' },
  });
  const elements = (node: object): string[] => [
    ...("tagName" in node ? [String(node.tagName)] : []),
    ...("childNodes" in node && Array.isArray(node.childNodes) ? node.childNodes.flatMap(elements) : []),
  ];
  const made = elements(parse(html));
  for (const foreign of ["img", "b", "script"]) expect(made).not.toContain(foreign);
  expect(made.filter((name) => name === "a")).toHaveLength(1);
  expect(text.split("\n\n")).toHaveLength(4);
  expect(html).not.toContain("<img");
});
