import { expect, test } from "vitest";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import type { TextLayer } from "@/lib/template/layers/text";
import { resolveForView } from "../preview-values";
import { documentWith, field, group, rectangle, text } from "../testing/sample-document";
import { rowProblems } from "./row-problems";

const box = { x: 0, y: 0, width: 300, height: 60 };

function name(id: string, change: Partial<TextLayer>): TextLayer {
  return text(id, "{{last_name}}", { ...box, name: id, ...change });
}

test("says what a row does to the picture, inside groups too", async () => {
  const painter = await nodePainter();
  const style = { ...name("any", {}).style, fontSize: 48 };
  const doc = documentWith(
    [
      name("fixed", { fit: "fixed", style }),
      group("inner", [name("short", { fit: "ellipsis", maxLines: 1, style })]),
      name("tiny", { fit: "line", minFontSize: 4, style }),
      name("roomy", { width: 1200, height: 600, style: { ...style, fontSize: 24 } }),
      rectangle("badge", { hideWhenMissing: ["points"] }),
    ],
    { fields: [field("last_name", "there"), field("points")] },
  );
  const found = async (id: string) => {
    const resolution = resolveForView(doc, { kind: "stress", id }, 0);
    await painter.prepare(resolution.document);
    return rowProblems(doc, resolution, painter).map(({ kind, layerId, message }) =>
      kind === "fallback" ? message : `${kind} ${layerId}`,
    );
  };
  expect(await found("stress-long-surname")).toEqual(["overflow fixed", "cut short", "small tiny"]);
  expect(await found("stress-hebrew")).toEqual([]);
  expect(await found("stress-no-value")).toEqual([
    "last_name has no value: its fallback stands in.",
    "points has no value: its fallback stands in.",
    "hidden badge",
  ]);
});
