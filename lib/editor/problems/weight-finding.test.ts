import { expect, test } from "vitest";
import { documentWith, rectangle, text } from "../testing/sample-document";
import { weightFinding } from "./weight-finding";

const DESIGN = documentWith([rectangle("a", { x: 100, y: 40 }), text("t", "Words")], {
  guides: [{ axis: "x", at: 300 }],
});

test("a picture within its budget is nothing to tell; over it a note, over the hard limit a warning", () => {
  expect(weightFinding(DESIGN, { bytes: 200_000 })).toEqual([]);
  expect(weightFinding(DESIGN, { bytes: 200_001 })).toMatchObject([
    { code: "picture_heavy", severity: "info", message: expect.stringContaining("200 kB") },
  ]);
  expect(weightFinding(DESIGN, { bytes: 1_240_000 })).toMatchObject([
    { severity: "warning", message: expect.stringContaining("1.2 MB") },
  ]);
});

test("the canvas goes to twice its shown size, then to that itself, with all that is on it", () => {
  const smaller = (displayWidth: number) => {
    const document = { ...DESIGN, displayWidth };
    const [found] = weightFinding(document, { bytes: 400_000 });
    const fix = found?.fixes.find((each) => each.kind === "change");
    return fix?.kind === "change" ? fix.change(document) : null;
  };
  expect(smaller(400)).toMatchObject({ width: 800, displayWidth: 400 });
  expect(smaller(600)).toMatchObject({ width: 600, height: 314, displayWidth: 600 });
  expect(smaller(600)?.layers[0]).toMatchObject({ x: 50, y: 20, width: 50, height: 25 });
  expect(smaller(600)?.guides).toEqual([{ axis: "x", at: 150 }]);
  expect(smaller(1200)).toBeNull();
});
