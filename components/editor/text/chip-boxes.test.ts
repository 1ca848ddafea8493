import { beforeAll, expect, test } from "vitest";
import type { Painter } from "@/lib/paint/painter";
import { textLayer } from "@/lib/paint/testing/layers";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import type { TextLayer } from "@/lib/template/layers/text";
import { chipBoxesOf } from "./chip-boxes";

let painter: Painter;
beforeAll(async () => {
  painter = await nodePainter();
});

async function boxesOf(layer: TextLayer) {
  await painter.prepare({ layers: [layer] });
  return chipBoxesOf(layer, painter.layoutText);
}

test("a box lies where the field is drawn, and as wide", async () => {
  const left = textLayer("{{first_name}} and more", { width: 900 });
  const [box, ...others] = await boxesOf(left);
  expect(others).toEqual([]);
  const alone = painter.layoutText({ ...left, runs: [{ text: "{{first_name}}", style: {} }] });
  expect(box?.x).toBeCloseTo(painter.layoutText(left).lines[0]?.x ?? Number.NaN, 1);
  expect(box?.width).toBeCloseTo(alone.width, 0);
  const line = painter.layoutText(left).lines[0];
  if (!box || !line) throw new Error("there is no line");
  expect(box.y).toBeLessThan(line.baseline);
  expect(box.y + box.height).toBeGreaterThan(line.baseline);
});

test("marking the fields moves nothing, whatever looks the runs have", async () => {
  const layer = textLayer("Hi {{first_name}}, {{points}} points for you", { width: 300 });
  const styled = {
    ...layer,
    runs: [
      { text: "Hi {{first_", style: { fontWeight: 700 } },
      { text: "name}}, {{points}} points for you", style: { color: "#ff0000" } },
    ],
  };
  for (const each of [layer, styled]) {
    const seen: unknown[] = [];
    await painter.prepare({ layers: [each] });
    const boxes = chipBoxesOf(each, (marked) => {
      const layout = painter.layoutText(marked);
      seen.push(layout.lines.map(({ text, x, width }) => [text, Math.round(x), Math.round(width)]));
      return layout;
    });
    const plain = painter.layoutText(each).lines;
    expect(seen).toEqual([plain.map(({ text, x, width }) => [text, Math.round(x), Math.round(width)])]);
    expect(boxes.length).toBeGreaterThanOrEqual(2);
  }
});

test("a text without fields asks for no layout", () => {
  const layoutText = () => {
    throw new Error("it was asked for");
  };
  expect(chipBoxesOf(textLayer("Hello {{", {}), layoutText)).toEqual([]);
});
