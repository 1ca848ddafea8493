import { expect, test } from "vitest";
import { applyKit } from "@/lib/template/apply-kit";
import { type BrandKit, EMPTY_KIT } from "@/lib/template/brand";
import { moveLayers } from "@/lib/template/commands/move-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { Document } from "@/lib/template/schema";
import type { Rights } from "../brand/rights";
import { createEditorStore } from "../store";
import { documentWith, rectangle, text } from "../testing/sample-document";
import { restoreVersion, restoring } from "./restore-version";

const EDITOR: Rights = { lock: false, contentOnly: false };
const version = documentWith([rectangle("plate")]);
const moved = moveLayers(version, { ids: ["plate"], dx: 40, dy: 0 });
const locked = setProperties(moved, { ids: ["plate"], values: { locks: ["position"] } });

const open = (document: Document, rights = EDITOR) => createEditorStore({ document, rights, now: () => 0 });

test("a version becomes the draft in one step, and is told from the draft that it is already", () => {
  const store = open(moved);
  expect(restoreVersion(store, 1, version, EMPTY_KIT)).toBe("new");
  expect(store.getState().design).toEqual(version);
  expect(store.getState().history.undoLabel).toBe("Restore version 1");
  expect(restoreVersion(store, 1, version, EMPTY_KIT)).toBe("same");
});

test("what locks keep is not restored, and the reason is known before", () => {
  const store = open(locked);
  expect(restoring(store.getState(), version, EMPTY_KIT)).toMatchObject({
    kind: "refused",
    breach: { message: expect.stringContaining("its position is locked") },
  });
  expect(restoreVersion(store, 1, version, EMPTY_KIT)).toBe("refused");
  expect(store.getState().design).toBe(locked);
  expect(restoreVersion(open(moved, { ...EDITOR, contentOnly: true }), 1, version, EMPTY_KIT)).toBe(
    "refused",
  );
});

test("of a style and a colour over it both are followed on, where the draft followed the style alone", () => {
  const style = { letterSpacing: 0, lineHeight: 1.2, transform: "none" as const, colorToken: null };
  const face = { fontFamily: "Inter", fontWeight: 700, italic: false, fontSize: 48 };
  const head = { id: "br_headheadhe", name: "Head", color: "#111111", ...style, ...face };
  const ink = { id: "br_inkinkink", name: "Ink", color: "#102030" };
  const kit: BrandKit = { ...EMPTY_KIT, colors: [ink], textStyles: [head] };
  const following = (tokens: Record<string, string>) =>
    applyKit(documentWith([text("title", "Hello", { tokens })]), kit).document;
  const tokens = { style: head.id, "style.color": ink.id };
  const store = open(following({ style: head.id }));
  expect(restoreVersion(store, 1, following(tokens), kit)).toBe("new");
  expect(store.getState().design.layers[0]).toMatchObject({ tokens, style: { color: ink.color } });
});

test("what follows the kit shows its present value and follows on", () => {
  const ink = { id: "br_inkinkink", name: "Ink", color: "#102030" };
  const kit: BrandKit = { ...EMPTY_KIT, colors: [ink] };
  const filled = (doc: Document, color: string) =>
    setProperties(doc, {
      ids: ["plate"],
      values: { fill: { kind: "solid", color }, tokens: { fill: ink.id } },
    });
  const store = open(filled(moved, ink.color));
  expect(restoreVersion(store, 1, filled(version, "#ff8800"), kit)).toBe("new");
  expect(store.getState().design.layers[0]).toMatchObject({
    x: version.layers[0]?.x,
    fill: { kind: "solid", color: ink.color },
    tokens: { fill: ink.id },
  });
});
