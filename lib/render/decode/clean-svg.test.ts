import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { cleanSvg } from "./clean-svg";
import { ATTRIBUTES, ELEMENTS, staysInside } from "./svg-allow-list";

const NAMES = [...ELEMENTS, "script", "foreignObject", "a", "animate", "feImage", "html:img", "metadata"];
const KEYS = [...ATTRIBUTES, "onload", "href", "xlink:href", "src", "xml:base", "data-x"];
const VALUES = [
  "url(#a)",
  "url(http://a/)",
  "#a",
  "http://a/",
  "@import 'x'",
  "javascript:x",
  "1",
  "\\75rl(x)",
  '"><script>',
];

const xml = (text: string) =>
  text
    .replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\x20-\x7e\u00a0-\ud7ff]/g, "");
const attribute = fc
  .tuple(fc.constantFrom(...KEYS), fc.oneof(fc.constantFrom(...VALUES), fc.string()))
  .map(([key, value]) => [key, ` ${key}="${xml(value)}"`] as const);
const attributes = fc.uniqueArray(attribute, { maxLength: 4, selector: ([key]) => key });
const around = (inside: fc.Arbitrary<string[]>) =>
  fc.tuple(fc.constantFrom(...NAMES), attributes, inside, fc.string()).map(([name, own, children, text]) => {
    const head = own.map(([, written]) => written).join("");
    return `<${name}${head}>${xml(text)}${children.join("")}</${name}>`;
  });
const leaf = around(fc.constant([]));
const element = around(fc.array(around(fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }));
const SPACES =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:html="http://www.w3.org/1999/xhtml"';

it("writes nothing but what is on the list, whatever comes", () => {
  let elements = 0;
  fc.assert(
    fc.property(fc.array(element, { maxLength: 5 }), (content) => {
      const cleaned = cleanSvg(`<svg ${SPACES}>${content.join("")}</svg>`, 100);
      if (cleaned.kind !== "clean") return;
      const parser = new SaxesParser();
      parser.on("opentag", ({ name, attributes: found }) => {
        elements += 1;
        expect(ELEMENTS).toContain(name);
        for (const [key, value] of Object.entries(found)) {
          if (key === "xmlns") continue;
          if (key === "href") expect(value).toMatch(/^(#|data:image\/(png|jpeg);base64,)/);
          else expect(ATTRIBUTES).toContain(key);
          expect(staysInside(value)).toBe(true);
        }
      });
      parser.write(cleaned.svg).close();
    }),
    { numRuns: 500 },
  );
  expect(elements).toBeGreaterThan(1000);
});
