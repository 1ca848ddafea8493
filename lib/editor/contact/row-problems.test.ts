import { expect, test } from "vitest";
import { nodePainter } from "@/lib/paint/testing/node-painter";
import type { TextLayer } from "@/lib/template/layers/text";
import { resolveForView } from "../preview-values";
import { finding } from "../problems/finding";
import { documentWith, field, group, rectangle, text } from "../testing/sample-document";
import { contrastProblems, rowProblems } from "./row-problems";

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

test("a text that is too faint with some rows is told of with those", () => {
  const dark = { name: "Nearly black", view: { kind: "stress", id: "stress-dark-colour" } } as const;
  const faint = { severity: "info", message: "Too faint.", path: "/layers/0", layerId: "name" } as const;
  const findings = [
    finding({ ...faint, code: "low_contrast", rows: [dark] }),
    finding({ ...faint, code: "text_cut", rows: [dark] }),
  ];
  expect(contrastProblems(findings, dark.view)).toEqual([
    { kind: "contrast", message: "Too faint.", layerId: "name" },
  ]);
  expect(contrastProblems(findings, { kind: "stress", id: "stress-zero" })).toEqual([]);
});
