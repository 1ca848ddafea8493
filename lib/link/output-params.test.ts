import { expect, test } from "vitest";
import { imageUrl } from "./address";
import { outputParams } from "./output-params";
import { readOutput } from "./read-output";
import { copyHtml, findSender } from "./senders";

test.each([
  [{}, []],
  [{ size: null, scale: 1 as const, kilobytes: null }, []],
  [{ size: "story", scale: 2 as const, kilobytes: 150 }, ["_size=story", "_scale=2", "_kb=150"]],
  [{ size: "a b&c" }, ["_size=a%20b%26c"]],
])("%j is asked for as %j", (choice, params) => {
  expect(outputParams(choice)).toEqual(params);
  expect(readOutput(params.join("&"))).toEqual({ size: null, scale: 1, kilobytes: null, ...choice });
});

test("an address and the HTML for a website carry it before the values", () => {
  const output = { size: "story", scale: 2 as const };
  const address = { origin: "https://pictures.example", format: "png" as const, output };
  expect(imageUrl({ ...address, key: "spring", values: { name: "Ann" } })).toBe(
    "https://pictures.example/i/spring.png?_size=story&_scale=2&name=Ann",
  );
  const sender = findSender("website");
  if (!sender) throw new Error("there is no website among the senders");
  const html = copyHtml({
    ...address,
    sender,
    linkKey: "spring",
    fields: [],
    width: 540,
    height: 960,
    alt: "",
  });
  expect(html).toContain('src="https://pictures.example/i/spring.png?_size=story&amp;_scale=2" ');
  expect(html).toContain('width="540" height="960"');
});
