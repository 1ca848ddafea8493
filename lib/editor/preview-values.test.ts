import { describe, expect, test } from "vitest";
import {
  existingSampleView,
  nextSampleView,
  resolveForView,
  type SampleView,
  sampleViews,
  stepView,
  stressRowsOf,
  stressRowViews,
} from "./preview-values";
import { documentWith, field, text } from "./testing/sample-document";

const document = documentWith([text("hello", "Hello {{first_name}}")], {
  fields: [field("first_name", "there")],
  samples: [
    { id: "one", name: "Nguyễn", values: { first_name: "Nguyễn" } },
    { id: "stress-arabic", name: " ", values: { first_name: "O'Neil" } },
  ],
});

function said(view: SampleView): string {
  const [layer] = resolveForView(document, view, 0).document.layers;
  return layer?.type === "text" ? layer.runs.map((run) => run.text).join("") : "";
}

describe("what the canvas is filled with", () => {
  test("a row of the stress set, also where a sample row has the same id", () => {
    expect(said({ kind: "stress", id: "stress-arabic" })).toContain("عبد الرحمن");
    expect(said({ kind: "row", id: "stress-arabic" })).toContain("O'Neil");
    expect(said({ kind: "stress", id: "stress-unfilled-tags" })).toContain("there");
    expect(said({ kind: "fields" })).toContain("{{first_name}}");
  });

  test("a row that is gone leaves the fields, in either set", () => {
    expect(existingSampleView({ kind: "stress", id: "stress-arabic" }, document).kind).toBe("stress");
    expect(existingSampleView({ kind: "stress", id: "one" }, document)).toEqual({ kind: "fields" });
    expect(existingSampleView({ kind: "row", id: "gone" }, document)).toEqual({ kind: "fields" });
  });

  test("stepping walks every view once and comes back; among some, it comes in from the near end", () => {
    const count = sampleViews(document).length;
    let view: SampleView = { kind: "fields" };
    const seen = new Set<string>();
    for (let step = 0; step < count; step += 1) {
      seen.add(JSON.stringify(view));
      view = nextSampleView(document, view, 1);
    }
    expect(seen.size).toBe(count);
    expect(view).toEqual({ kind: "fields" });
    expect(nextSampleView(document, view, -1).kind).toBe("stress");
    const stress = stressRowViews(document);
    expect(stepView(stress, { kind: "empty" }, 1)).toEqual(stress[0]?.view);
    expect(stepView(stress, { kind: "empty" }, -1)).toEqual(stress.at(-1)?.view);
  });

  test("the stress rows are worked out once while fields and samples are the same", () => {
    const wider = { ...document, width: 100 };
    expect(stressRowsOf(wider)).toBe(stressRowsOf(document));
    expect(stressRowsOf({ ...document, samples: [] })).not.toBe(stressRowsOf(document));
  });
});
