import fc from "fast-check";
import { expect, it } from "vitest";
import { alignLayers } from "@/lib/template/commands/align-layers";
import { duplicateLayers } from "@/lib/template/commands/duplicate-layers";
import { groupLayers } from "@/lib/template/commands/group-layers";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { removeLayers } from "@/lib/template/commands/remove-layers";
import { reorderLayers } from "@/lib/template/commands/reorder-layers";
import { resizeLayers } from "@/lib/template/commands/resize-layers";
import { rotateLayers } from "@/lib/template/commands/rotate-layers";
import { setCanvas } from "@/lib/template/commands/set-canvas";
import { setProperties } from "@/lib/template/commands/set-properties";
import { ungroupLayers } from "@/lib/template/commands/ungroup-layers";
import type { Document } from "@/lib/template/schema";
import { arbitraryDocument } from "@/lib/template/testing/arbitrary-document";
import { allIds, subtreeIds, topmost } from "@/lib/template/tree";
import { createEditorStore, type EditorStore } from "./store";

type Args = { ids: string[]; x: number; y: number; fresh: string };
type Command = (document: Document, args: Args) => Document;

const commands: Command[] = [
  (doc, { ids, x, y }) => moveLayers(doc, { ids, dx: x, dy: y }),
  (doc, { ids, x, y }) => resizeLayers(doc, { ids, handle: "se", dx: x, dy: y, scaleContents: x > 0 }),
  (doc, { ids, x }) => rotateLayers(doc, { ids, degrees: x }),
  (doc, { ids }) => alignLayers(doc, { ids, edge: "left" }),
  (doc, { ids }) => reorderLayers(doc, { ids, to: "front" }),
  (doc, { ids }) => removeLayers(doc, { ids: ids.slice(0, 1) }),
  (doc, { ids, fresh }) => groupLayers(doc, { ids, groupId: fresh }),
  (doc, { ids }) => ungroupLayers(doc, { ids }),
  (doc, { ids, x }) => setProperties(doc, { ids, values: { opacity: Math.abs(x) / 300 } }),
  (doc, { x }) => setCanvas(doc, { alt: `Щёголева ${x}` }),
  (doc, { ids, fresh }) => {
    const layers = topmost(doc, ids).map(({ layer }) => layer);
    const newIds = Object.fromEntries(subtreeIds(layers).map((id, at) => [id, `${fresh}-${at}`]));
    return duplicateLayers(doc, { ids, newIds, dx: 5, dy: 5 });
  },
];

const act = fc.record({
  command: fc.constantFrom(...commands),
  picks: fc.array(fc.nat(500), { minLength: 1, maxLength: 3 }),
  x: fc.integer({ min: -300, max: 300 }),
  y: fc.integer({ min: -300, max: 300 }),
  way: fc.constantFrom("dispatch", "dispatch", "gesture", "cancelled", "merged", "select"),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(store: EditorStore, { command, picks, x, y, way }: Act, at: number): void {
  const { document } = store.getState();
  const all = [...allIds(document)];
  const ids = picks.flatMap((pick) => all[pick % Math.max(1, all.length)] ?? []);
  const run = (step: number) => (doc: Document) => command(doc, { ids, x: x + step, y, fresh: `n${at}` });
  switch (way) {
    case "dispatch":
      store.dispatch("Step", run(0), { select: ids });
      break;
    case "merged":
      store.dispatch("Step", run(0), { merge: "run" });
      break;
    case "select":
      store.select(ids);
      break;
    default:
      store.begin("Gesture");
      for (const step of [0, 1, 2]) store.preview(run(step));
      if (way === "gesture") store.commit();
      else store.cancel();
  }
}

it("gives the first document after undoing 200 random commands, and the last after redoing them", () => {
  fc.assert(
    fc.property(arbitraryDocument, fc.array(act, { minLength: 200, maxLength: 200 }), (document, acts) => {
      const before = structuredClone(document);
      const store = createEditorStore({ document, now: () => 0 });
      acts.forEach((each, at) => {
        perform(store, each, at);
      });
      const end = structuredClone(store.getState().document);
      const { selection } = store.getState();
      let steps = 0;
      while (store.getState().history.canUndo) {
        const shown = store.getState().document;
        store.undo();
        expect(store.getState().document).not.toEqual(shown);
        steps += 1;
      }
      expect(store.getState().document).toEqual(before);
      while (store.getState().history.canRedo) {
        store.redo();
        steps -= 1;
      }
      expect(store.getState().document).toEqual(end);
      expect(store.getState().selection).toEqual(selection);
      expect(steps).toBe(0);
    }),
    { numRuns: 10 },
  );
}, 120_000);
