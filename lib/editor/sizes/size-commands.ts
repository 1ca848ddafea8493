import { setCanvas } from "@/lib/template/commands/set-canvas";
import {
  addVariant,
  duplicateVariant,
  moveVariant,
  type NewVariant,
  type ResetOverrides,
  removeVariant,
  renameVariant,
  resetOverrides,
  resizeVariant,
  type VariantMeasures,
} from "@/lib/template/commands/variant-commands";
import type { Document } from "@/lib/template/schema";
import type { EditorStore } from "../store";

/** What people do with sizes, each one undo step on the design. Where a size is added it is taken in hand. */

export type SizeStart = Omit<NewVariant, "id">;

/**
 * Adds a size and takes it in hand. Its id, by which links name it for good, is one that people can read while that is
 * free: `story`, then `story-2`. Answers whether there was room.
 */
export function addSize(
  store: EditorStore,
  start: SizeStart,
  presetId: string | null,
  newId: () => string,
): boolean {
  const { design } = store.getState();
  const id = freeId(design, presetId ?? "") ?? newId();
  return added(store, id, (doc) => addVariant(doc, { variant: { ...start, id } }), "Add size");
}

export function duplicateSize(store: EditorStore, id: string, newId: () => string): boolean {
  const { design } = store.getState();
  const copy = freeId(design, id.replace(/-\d+$/, "")) ?? newId();
  return added(store, copy, (doc) => duplicateVariant(doc, { id, newId: copy }), "Duplicate size");
}

function added(store: EditorStore, id: string, change: (doc: Document) => Document, label: string): boolean {
  const done = store.dispatch(label, change, { of: "design" });
  if (done) store.setSize(id);
  return done;
}

/** `stem`, or the first of `stem-2`, `stem-3` that no size has; null where the stem is nobody's own word. */
function freeId({ variants }: Document, stem: string): string | null {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(stem)) return null;
  const taken = new Set(variants.map(({ id }) => id));
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

export function renameSize(store: EditorStore, id: string, name: string): void {
  store.dispatch("Rename size", (doc) => renameVariant(doc, { id, name }), { of: "design" });
}

export function moveSize(store: EditorStore, id: string, index: number): boolean {
  return store.dispatch("Reorder sizes", (doc) => moveVariant(doc, { id, index }), { of: "design" });
}

export function deleteSize(store: EditorStore, id: string): void {
  store.dispatch("Delete size", (doc) => removeVariant(doc, { id }), { of: "design" });
}

/** Lets the size at hand follow the design again, in all or in what is named. */
export function resetSize(store: EditorStore, reset: Omit<ResetOverrides, "id">): boolean {
  const { sizeId } = store.getState();
  if (sizeId === null) return false;
  return store.dispatch("Reset to the design", (doc) => resetOverrides(doc, { id: sizeId, ...reset }), {
    of: "design",
  });
}

/** The design with other measures of the size at hand, which may be its own. */
export function measured(design: Document, sizeId: string | null, measures: VariantMeasures): Document {
  return sizeId === null ? setCanvas(design, measures) : resizeVariant(design, { id: sizeId, measures });
}
