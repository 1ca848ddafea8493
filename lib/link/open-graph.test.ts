import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { openGraphTags } from "./open-graph";

test("a parser reads back what was meant, however awkward", () => {
  const url = "https://img.example/i/demo.png?_size=story&_scale=2";
  const alt = `O'Neil's "50% off" <b>& {{name}}`;
  const html = openGraphTags({ url, width: 1200, height: 627.6, alt });
  expect(html).not.toContain("{{");
  const tags = parseFragment(html).childNodes.flatMap((node) => ("attrs" in node ? [node.attrs] : []));
  const read = tags.map((attrs) => attrs.map(({ value }) => value));
  expect(read).toEqual([
    ["og:image", url],
    ["og:image:width", "1200"],
    ["og:image:height", "628"],
    ["og:image:alt", alt],
    ["twitter:card", "summary_large_image"],
  ]);
});

test("a picture without words has no alternative text", () => {
  expect(openGraphTags({ url: "https://a.example/i/x.png", width: 1, height: 1, alt: "" })).not.toContain(
    "alt",
  );
});
