import { expect, test } from "vitest";
import { applyKit } from "@/lib/template/apply-kit";
import { EMPTY_KIT } from "@/lib/template/brand";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { followBrand } from "@/lib/template/commands/token-commands";
import { createDocument } from "@/lib/template/create-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { createEditorStore } from "../store";
import { freeIds, lockReason } from "./free-ids";
import { refusalOf } from "./rights";

const canvas = { width: 1200, height: 628 };
const text = { ...ENTRIES.text.create("text", canvas), name: "Headline" };
const shape = { ...ENTRIES.shape.create("shape", canvas), name: "Plate" };
const base: Document = { ...createDocument({ ...canvas, displayWidth: 600 }), layers: [text, shape] };
const lockedBase: Document = { ...base, layers: [{ ...text, locks: ["position"] }, shape] };

const open = (document: Document, rights = { lock: false, contentOnly: false }) =>
  createEditorStore({ document, rights, now: () => 0 });
const move = (doc: Document) => moveLayers(doc, { ids: ["text"], dx: 5, dy: 0 });

test("a step against a lock is not taken, and is told in a sentence", () => {
  const store = open(lockedBase);
  expect(store.dispatch("Move", move)).toBe(false);
  expect(store.getState().design).toBe(lockedBase);
  expect(store.getState().history.canUndo).toBe(false);
  expect(store.getState().notices[0]?.message).toContain("its position is locked");
});

test("a gesture against a lock shows and leaves nothing, and is told once", () => {
  const store = open(lockedBase);
  store.begin("Move");
  for (let step = 0; step < 5; step += 1) store.preview(move);
  expect(store.getState().gesture?.document).toBe(lockedBase);
  store.commit();
  expect(store.getState().design).toBe(lockedBase);
  const [notice, ...others] = store.getState().notices;
  expect([notice?.id, others]).toEqual([1, []]);
});

test("who may set locks takes them off and then moves", () => {
  const store = open(lockedBase, { lock: true, contentOnly: false });
  expect(store.dispatch("Move", move)).toBe(false);
  const unlock = (doc: Document) => setProperties(doc, { ids: ["text"], values: { locks: [] } });
  expect(open(lockedBase).dispatch("Unlock", unlock)).toBe(false);
  expect(store.dispatch("Unlock", unlock)).toBe(true);
  expect(store.dispatch("Move", move)).toBe(true);
});

test("in a brand-locked template words change and places do not", () => {
  const store = open(base, { lock: false, contentOnly: true });
  expect(store.dispatch("Move", move)).toBe(false);
  const say = (doc: Document) => setProperties(doc, { ids: ["text"], values: { "runs.0.text": "Hello" } });
  expect(store.dispatch("Edit text", say)).toBe(true);
  const state = store.getState();
  expect([freeIds(state, ["text"], "position"), freeIds(state, ["text"], "content")]).toEqual([[], ["text"]]);
  expect(lockReason(state, ["text"], "style")).toContain("Brand-locked");
  expect(lockReason(state, ["text"], "content")).toBeNull();
});

test("a changed kit goes through the whole history, so that undo never shows the old one", () => {
  const value = { kind: "color" as const, id: "br_inkinkink", name: "Ink", color: "#102030" };
  const store = open(base);
  store.dispatch("Fill", (doc) => followBrand(doc, { ids: ["shape"], path: "fill", value }));
  store.dispatch("Move", move);
  store.undo();
  const kit = { ...EMPTY_KIT, colors: [{ id: value.id, name: "Ink", color: "#ff8800" }] };
  store.revise((design) => applyKit(design, kit).document);
  const fills = () => store.getState().design.layers.map((layer) => Reflect.get(layer, "fill"));
  const now = { kind: "solid", color: "#ff8800" };
  expect(fills()[1]).toEqual(now);
  store.redo();
  expect(fills()[1]).toEqual(now);
  store.undo();
  store.undo();
  expect(fills()[1]).toEqual(shape.fill);
  expect(store.getState().history.canUndo).toBe(false);
});

test("changed by hand in another size, a text keeps its style in the design", () => {
  const variants = [{ id: "v1", name: "Story", width: 600, height: 900, displayWidth: 300, overrides: {} }];
  const followed: Document = {
    ...base,
    variants,
    layers: [{ ...text, tokens: { style: "br_headheadhe" } }, shape],
  };
  const store = open(followed);
  store.setSize("v1");
  store.dispatch("Size", (doc) => setProperties(doc, { ids: ["text"], values: { "style.fontSize": 20 } }));
  expect(store.getState().design.variants[0]?.overrides.text?.fontSize).toBe(20);
  expect(store.getState().design.layers[0]?.tokens).toEqual({ style: "br_headheadhe" });
  store.setSize(null);
  store.dispatch("Size", (doc) => setProperties(doc, { ids: ["text"], values: { "style.fontSize": 20 } }));
  expect(store.getState().design.layers[0]?.tokens).toEqual({});
});

const EDITOR = { lock: false, contentOnly: false };

test("undo, redo and travel go nowhere that the server would refuse, and say why; out of a refused draft they do", () => {
  let saved = base;
  const store = createEditorStore({
    document: base,
    rights: EDITOR,
    now: () => 0,
    refusal: (design) => refusalOf(store.getState().rights, EMPTY_KIT, saved, design),
  });
  const say = (doc: Document) => setProperties(doc, { ids: ["text"], values: { "runs.0.text": "Hello" } });
  store.dispatch("Edit text", say);
  const lock = (doc: Document) => setProperties(doc, { ids: ["text"], values: { locks: ["position"] } });
  saved = lock(move(say(base)));
  store.dispatch("Changes made elsewhere", () => saved, { of: "design", asIs: true });
  store.undo();
  store.travel(-2);
  expect(store.getState().design).toBe(saved);
  expect(store.getState().notices.map(({ message }) => message)).toEqual([
    expect.stringContaining("its position is locked"),
  ]);

  // Locked while layers were on the move here: the moves are refused, and taking them back is the way out.
  saved = base;
  store.dispatch("Take the other version", () => saved, { of: "design", asIs: true });
  store.dispatch("Move", move);
  store.dispatch("Move", move);
  store.setRights({ lock: false, contentOnly: true });
  store.undo();
  store.undo();
  expect(store.getState().design).toBe(base);
  store.redo();
  expect(store.getState().design).toBe(base);
});

test("the server's judgement is foreseen: none of who sets locks, and none of what the kit changed", () => {
  const value = { kind: "color" as const, id: "br_inkinkink", name: "Ink", color: "#102030" };
  const saved = followBrand(base, { ids: ["shape"], path: "fill", value });
  const kit = { ...EMPTY_KIT, colors: [{ id: value.id, name: "Ink", color: "#ff8800" }] };
  const contentOnly = { lock: false, contentOnly: true };
  expect(refusalOf(contentOnly, kit, saved, applyKit(saved, kit).document)).toBeNull();
  expect(refusalOf(contentOnly, kit, saved, move(saved))?.path).toBe("/layers/0/x");
  expect(refusalOf({ lock: true, contentOnly: false }, kit, lockedBase, move(lockedBase))).toBeNull();
});

test("rights that become fewer end a gesture beyond them, and no other", () => {
  const store = open(base, EDITOR);
  store.begin("Move");
  store.preview(move);
  store.setRights({ lock: false, contentOnly: true });
  expect([store.getState().gesture, store.getState().design]).toEqual([null, base]);
  store.begin("Edit text");
  store.preview((doc) => setProperties(doc, { ids: ["text"], values: { "runs.0.text": "Hello" } }));
  store.setRights({ lock: false, contentOnly: true });
  expect(store.getState().gesture?.label).toBe("Edit text");
});
