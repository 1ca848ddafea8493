import { beforeAll, describe, expect, test } from "vitest";
import type { Document } from "@/lib/template/schema";
import { createEditorStore } from "../store";
import type { Eyes } from "./eyes";
import { findProblems } from "./find-problems";
import type { Finding, Fix } from "./finding";
import { isLikely, judgedRows } from "./judged-rows";
import { WITHOUT_REST } from "./pace";
import { nodeEyes } from "./testing/node-eyes";
import { PLANTS, plantedPictures } from "./testing/plants";

let eyes: Eyes;
beforeAll(async () => {
  eyes = await nodeEyes(await plantedPictures());
});

const found = (document: Document) =>
  findProblems(document, { rows: judgedRows(document).filter(isLikely), eyes, pace: WITHOUT_REST });

/** These leave something to do that their names tell of: text that is cut off, a field to be used or filled. */
const TRADES = new Set(["Raise the smallest size", "Cut with …", "Create the field"]);

type Change = Extract<Fix, { kind: "change" }>;
const changesOf = ({ fixes }: Finding) => fixes.filter((fix): fix is Change => fix.kind === "change");

describe.each(PLANTS.map((plant) => [plant.name, plant] as const))("%s", (_, plant) => {
  test("is found, and nothing else is", async () => {
    const told = (await found(plant.document)).map(({ code, severity, layerId, fieldKey }) => ({
      code,
      severity,
      layerId,
      fieldKey,
    }));
    const { code, severity, layerId, fieldKey } = plant;
    expect(told).toEqual([{ code, severity, layerId, fieldKey }]);
  });

  test("names its rows, offers a way out, and each change mends it in one step that can be undone", async () => {
    const [problem] = await found(plant.document);
    if (!problem) throw new Error("nothing was found");
    if (plant.rows) expect(problem.rows.map(({ name }) => name)).toEqual(plant.rows);
    expect(problem.fixes.length).toBeGreaterThan(0);
    for (const { label, change } of changesOf(problem)) {
      const store = createEditorStore({ document: plant.document, now: () => 0 });
      expect(store.dispatch(label, change), label).toBe(true);
      const after = await found(store.getState().document);
      expect(
        after.filter(({ id }) => id === problem.id),
        label,
      ).toEqual([]);
      const worse = after.filter(({ severity }) => severity !== "info");
      if (!TRADES.has(label)) expect(worse, label).toEqual([]);
      store.undo();
      expect(store.getState().document).toBe(plant.document);
      expect(store.getState().history.canUndo).toBe(false);
    }
  });
});

test("every kind of problem of a picture can be mended by a change in one of these documents", async () => {
  const mended = new Set<string>();
  for (const { document } of PLANTS) {
    const [problem] = await found(document);
    if (problem && changesOf(problem).length > 0) mended.add(problem.code);
  }
  const codes = new Set<string>(PLANTS.map(({ code }) => code));
  // What a fallback says is the person's to choose.
  expect([...codes].filter((code) => !mended.has(code))).toEqual(["fallback_used"]);
});
