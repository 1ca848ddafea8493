import { expect, test } from "vitest";
import { textLayer } from "../testing/layers";
import { nodePainter } from "../testing/node-painter";

const style = { fontSize: 10 };

/** Characters of path data, and glyphs, each of which begins at an absolute place. */
function outlines(svg: string) {
  const data = [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path = ""]) => path).join("");
  return { length: data.length, glyphs: data.split("M").length - 1 };
}

test("a layer's outlines have an end, beyond which glyphs are left out", async () => {
  const painter = await nodePainter();
  const paint = async (count: number) =>
    outlines((await painter.placeLayer(textLayer("@".repeat(count), { style }), () => null)).svg);
  const few = await paint(100);
  expect(few.glyphs).toBe(100);
  const each = few.length / few.glyphs;
  const many = await paint(20_000);
  expect(20_000 * each).toBeGreaterThan(4_200_000);
  expect(many.length).toBeLessThan(4_000_000 + 2 * each);
  expect(many.length).toBeGreaterThan(4_000_000 - 2 * each);
  expect(many.glyphs).toBeLessThan(20_000);
});
