import { describe, expect, test } from "vitest";
import { lockedAspects } from "./aspects";
import { groupLayers } from "./commands/group-layers";
import { moveLayers } from "./commands/move-layers";
import { removeLayers } from "./commands/remove-layers";
import { resizeLayers } from "./commands/resize-layers";
import { setProperties } from "./commands/set-properties";
import { contentOnlyChange } from "./content-only";
import { createDocument } from "./create-document";
import { changedLock, respectsLocks } from "./locks";
import type { Lock } from "./primitives";
import { ENTRIES } from "./registry";
import type { Document, Layer } from "./schema";

const canvas = { width: 1200, height: 628 };
const blank = createDocument({ ...canvas, displayWidth: 600 });
const text = { ...ENTRIES.text.create("text", canvas), name: "Headline" };
const shape = { ...ENTRIES.shape.create("shape", canvas), name: "Plate" };
const image = { ...ENTRIES.image.create("image", canvas), name: "Photo" };
const base: Document = {
  ...blank,
  layers: [text, shape, image],
  fields: [
    {
      ...{ key: "first_name", label: "First name", type: "text", fallback: "there" },
      format: {
        ...{ trim: true, case: "none", onlyWhenOneCase: true, firstWordOnly: false, maxLength: 0 },
        ...{ prefix: "", suffix: "", date: "none", locale: "en-US" },
        number: { style: "plain", currency: "USD", minimumDecimals: 0, maximumDecimals: 2 },
      },
    },
  ],
};

function locked(id: string, ...locks: Lock[]): Document {
  return { ...base, layers: base.layers.map((each) => (each.id === id ? { ...each, locks } : each)) };
}
const set = (doc: Document, id: string, values: Record<string, unknown>) =>
  setProperties(doc, { ids: [id], values });

/** Changes by the aspect they are of. */
const CHANGES: [Lock, string, (doc: Document) => Document][] = [
  ["position", "moving", (doc) => moveLayers(doc, { ids: ["text"], dx: 3, dy: 0 })],
  ["position", "sizing", (doc) => set(doc, "text", { width: 50 })],
  ["position", "turning", (doc) => set(doc, "text", { rotation: 5 })],
  ["style", "a colour", (doc) => set(doc, "text", { "style.color": "#00ff00" })],
  ["style", "an effect", (doc) => set(doc, "text", { opacity: 0.5 })],
  ["style", "hiding", (doc) => set(doc, "text", { visible: false })],
  [
    "style",
    "a stretch of another style",
    (doc) => set(doc, "text", { runs: [{ text: "Add a heading", style: { italic: true } }] }),
  ],
  ["content", "words", (doc) => set(doc, "text", { "runs.0.text": "Hello" })],
  ["content", "the phrase said without data", (doc) => set(doc, "text", { phraseFallback: "Hello" })],
  ["delete", "deleting", (doc) => removeLayers(doc, { ids: ["text"] })],
];

describe.each(CHANGES)("%s: %s", (aspect, what, change) => {
  test("is stopped by its own lock and no other", () => {
    const doc = locked("text", aspect);
    expect(change(doc), "the change does something").not.toBe(doc);
    expect(respectsLocks(doc, change(doc))?.message).toContain('"Headline" stays as it is');
    // A stretch of another style is other content as well.
    const both = what.startsWith("a stretch") ? ["style", "content"] : [aspect];
    const others = (["position", "style", "content", "delete"] as const).filter(
      (each) => !both.includes(each),
    );
    const free = locked("text", ...others);
    expect(respectsLocks(free, change(free))).toBeNull();
  });

  test("is stopped by the lock of a group around it", () => {
    const grouped = groupLayers(base, { ids: ["text", "shape"], groupId: "group" });
    const doc = set(grouped, "group", { locks: [aspect] });
    expect(lockedAspects(doc, "text")).toEqual(new Set([aspect]));
    expect(respectsLocks(doc, change(doc))).not.toBeNull();
  });
});

test("a locked place is one on the canvas: neither its group nor a scaled group carries it away", () => {
  const grouped = groupLayers(locked("text", "position"), { ids: ["text", "shape"], groupId: "group" });
  expect(respectsLocks(locked("text", "position"), grouped)).toBeNull();
  const moved = moveLayers(grouped, { ids: ["group"], dx: 10, dy: 0 });
  expect(respectsLocks(grouped, moved)?.message).toContain("its position is locked");
  const other = moveLayers(grouped, { ids: ["shape"], dx: -500, dy: -200 });
  expect(other).not.toBe(grouped);
  expect(respectsLocks(grouped, other)).toBeNull();
  const scaled = resizeLayers(grouped, {
    ...{ ids: ["group"], handle: "se", dx: 40, dy: 40 },
    ...{ keepAspect: true, fromCentre: false, scaleContents: true },
  });
  expect(respectsLocks(grouped, scaled)).not.toBeNull();
});

test("in another size a locked layer keeps its place as well", () => {
  const variant = { id: "v1", name: "Story", width: 600, height: 900, displayWidth: 300, overrides: {} };
  const doc = { ...locked("text", "position"), variants: [variant] };
  const moved = { ...doc, variants: [{ ...variant, overrides: { text: { x: 10 } } }] };
  expect(respectsLocks(doc, moved)?.path).toBe("/layers/0");
  expect(respectsLocks(doc, { ...doc, variants: [] })).toBeNull();
});

describe("in another size", () => {
  const variant = { id: "v1", name: "Story", width: 600, height: 900, displayWidth: 300, overrides: {} };
  const inSize = (doc: Document, overrides: Document["variants"][number]["overrides"]): Document => ({
    ...doc,
    variants: [{ ...variant, overrides }],
  });

  test("a group that is not locked does not carry a locked layer away, and moves where none is in it", () => {
    for (const doc of [
      groupLayers(locked("text", "position"), { ids: ["text", "shape"], groupId: "group" }),
      set(locked("text", "position"), "shape", {}),
    ]) {
      const before = inSize(doc, {});
      const [group, free] = doc.layers;
      expect(respectsLocks(before, inSize(doc, { [group?.id ?? ""]: { x: 44 } }))?.path).toContain(
        "/layers/0",
      );
      expect(respectsLocks(before, inSize(doc, { [free?.id ?? ""]: { x: 44 } }))).toBeNull();
    }
  });

  test("what is locked in style alone is neither hidden nor set larger; it may be moved", () => {
    const doc = locked("text", "style");
    const before = inSize(doc, {});
    const sentence = expect.stringContaining("its style is locked");
    for (const own of [{ visible: false }, { fontSize: 12 }]) {
      expect(respectsLocks(before, inSize(doc, { text: own }))).toMatchObject({ message: sentence });
    }
    expect(respectsLocks(before, inSize(doc, { text: { x: 9, visible: true } }))).toBeNull();
  });

  test("other measures of the size or the canvas move nobody by themselves, and hide no move", () => {
    const doc = locked("text", "position");
    const before = inSize(doc, {});
    const wider = (overrides: Document["variants"][number]["overrides"]): Document => ({
      ...doc,
      variants: [{ ...variant, width: 640, overrides }],
    });
    expect(respectsLocks(before, wider({}))).toBeNull();
    expect(respectsLocks(before, { ...before, width: 1300 })).toBeNull();
    expect(respectsLocks(before, wider({ text: { x: 44 } }))).not.toBeNull();
  });
});

test("locks themselves are told apart from what they keep", () => {
  const doc = locked("text", "position");
  const unlocked = set(doc, "text", { locks: [] });
  expect(respectsLocks(doc, unlocked)).toBeNull();
  expect(changedLock(doc, unlocked)?.path).toBe("/layers/0/locks");
  expect(changedLock(doc, moveLayers(doc, { ids: ["shape"], dx: 1, dy: 0 }))).toBeNull();
});

describe("in a brand-locked template content alone changes", () => {
  const [field] = base.fields;
  if (!field) throw new Error("there is a field");

  test.each<[string, Document]>([
    ["words", set(base, "text", { "runs.0.text": "Hello {{first_name}}" })],
    ["a picture", set(base, "image", { source: { kind: "asset", assetId: "ast_Abcdefgh12" } })],
    ["how a picture is cropped", set(base, "image", { focalX: 0.2, zoom: 2 })],
    ["alternative text", { ...base, alt: "A card" }],
    ["sample rows", { ...base, samples: [{ id: "s1", name: "Ann", values: { first_name: "Ann" } }] }],
    ["a fallback", { ...base, fields: [{ ...field, fallback: "friend" }] }],
  ])("%s: yes", (_what, after) => {
    expect(after).not.toBe(base);
    expect(contentOnlyChange(base, after)).toBeNull();
  });

  const swapped: Layer[] = [shape, text, image];
  test.each<[string, Document, string]>([
    ["moving", set(base, "text", { x: 1 }), "/layers/0/x"],
    ["sizing", set(base, "shape", { height: 9 }), "/layers/1/height"],
    ["a colour", set(base, "text", { "style.color": "#00ff00" }), "/layers/0/style"],
    ["a fill", set(base, "shape", { fill: null }), "/layers/1/fill"],
    ["hiding", set(base, "shape", { visible: false }), "/layers/1/visible"],
    [
      "a bold stretch",
      set(base, "text", { runs: [{ text: "Hi", style: { fontWeight: 900 } }] }),
      "/layers/0/runs",
    ],
    ["a name", set(base, "text", { name: "Title" }), "/layers/0/name"],
    ["a lock", set(base, "text", { locked: true }), "/layers/0/locked"],
    ["a condition", set(base, "text", { hideWhenMissing: ["first_name"] }), "/layers/0/hideWhenMissing"],
    ["deleting", removeLayers(base, { ids: ["shape"] }), "/layers"],
    ["order", { ...base, layers: swapped }, "/layers"],
    ["the canvas", { ...base, width: 900 }, "/width"],
    ["the background", { ...base, background: null }, "/background"],
    ["guides", { ...base, guides: [{ axis: "x", at: 4 }] }, "/guides"],
    ["a field", { ...base, fields: [] }, "/fields"],
    ["the type of a field", { ...base, fields: [{ ...field, type: "number" }] }, "/fields/0"],
    [
      "a token",
      { ...base, layers: [text, { ...shape, tokens: { fill: "br_Abcdefgh12" } }, image] },
      "/layers/1/tokens/fill",
    ],
  ])("%s: no", (_what, after, path) => {
    expect(after).not.toBe(base);
    expect(contentOnlyChange(base, after)?.path).toBe(path);
  });

  test("the fallback of a field that a look is taken from: no; of one that a value is taken from: yes", () => {
    const bind = (path: string): Document => ({
      ...base,
      layers: [text, { ...shape, bindings: [{ path, key: field.key }] }, image],
    });
    const fallback = (doc: Document) => ({ ...doc, fields: [{ ...field, fallback: "#00ff00" }] });
    for (const doc of [bind("fill.color"), bind("opacity"), { ...base, backgroundKey: field.key }]) {
      expect(contentOnlyChange(doc, fallback(doc))?.path).toBe("/fields/0/fallback");
    }
    const progress = ENTRIES.progress.create("progress", canvas);
    const valued = { ...base, layers: [{ ...progress, bindings: [{ path: "value", key: field.key }] }] };
    expect(contentOnlyChange(valued, fallback(valued))).toBeNull();
  });

  test("what a lock of content keeps neither", () => {
    const doc = locked("text", "content");
    const after = set(doc, "text", { "runs.0.text": "Hello" });
    expect(contentOnlyChange(doc, after)?.message).toContain('The content of "Headline" is locked');
  });

  test("inside a group it is the same", () => {
    const doc = groupLayers(base, { ids: ["text", "shape"], groupId: "group" });
    expect(contentOnlyChange(doc, set(doc, "text", { "runs.0.text": "Hello" }))).toBeNull();
    const moved = moveLayers(doc, { ids: ["text"], dx: 5, dy: 0 });
    expect(contentOnlyChange(doc, moved)).not.toBeNull();
  });
});
