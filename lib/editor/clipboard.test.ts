import { describe, expect, it } from "vitest";
import { subtreeIds } from "@/lib/template/tree";
import { copyText, PASTE_STEP, pasteClip, pastePlainText, readClip } from "./clipboard";
import { createIds, documentWith, field, group, rectangle, text } from "./testing/sample-document";

const document = documentWith(
  [
    rectangle("ground", { x: 20, y: 30 }),
    group("g", [text("hello", "Hello {{first_name}}", { x: 10, y: 10 })], { x: 200, y: 100 }),
  ],
  { fields: [field("first_name", "there"), field("company", "your company")] },
);
const options = () => ({ newId: createIds(), parentId: null, centre: { x: 600, y: 314 } });

describe("clipboard", () => {
  it("carries layers with the fields they refer to, and only those", () => {
    const clip = readClip(copyText(document, ["g"]) ?? "");
    expect(clip?.layers).toEqual([document.layers[1]]);
    expect(clip?.fields.map(({ key }) => key)).toEqual(["first_name"]);
    expect(copyText(document, [])).toBeNull();
  });

  it("pastes with new ids, beside the original", () => {
    const clip = readClip(copyText(document, ["g"]) ?? "");
    if (!clip) throw new Error("no clip");
    const once = pasteClip(document, clip, options());
    const ids = subtreeIds(once.document.layers);
    expect(new Set(ids).size).toBe(ids.length);
    expect(once.document.layers.at(-1)).toMatchObject({
      id: once.ids[0],
      x: 200 + PASTE_STEP,
      y: 100 + PASTE_STEP,
    });
    const newId = createIds();
    const twice = pasteClip(once.document, clip, { ...options(), newId: () => `m${newId()}` });
    expect(twice.document.layers.at(-1)).toMatchObject({ x: 200 + 2 * PASTE_STEP });
  });

  it("brings fields along to another document, and uses one that is there", () => {
    const clip = readClip(copyText(document, ["hello"]) ?? "");
    if (!clip) throw new Error("no clip");
    const other = documentWith([], { fields: [field("first_name", "friend")] });
    expect(pasteClip(other, clip, options()).document.fields).toEqual(other.fields);
    expect(pasteClip(documentWith([]), clip, options()).document.fields).toMatchObject([
      { fallback: "there" },
    ]);
  });

  it("pastes into the middle of the view what would land off the canvas", () => {
    const far = documentWith([rectangle("far", { x: 5000, y: 5000 })]);
    const clip = readClip(copyText(far, ["far"]) ?? "");
    if (!clip) throw new Error("no clip");
    const { document: pasted } = pasteClip(documentWith([]), clip, options());
    expect(pasted.layers[0]).toMatchObject({ x: 550, y: 289 });
  });

  it("takes any other text for text", () => {
    for (const foreign of [
      "",
      "Hello Łódź",
      "{}",
      '{"type":"nameplate/layers"',
      '{"type":"excalidraw"}',
      "null",
    ]) {
      expect(readClip(foreign)).toBeNull();
    }
    const { document: pasted, ids } = pastePlainText(
      documentWith([]),
      " Dear Щёголева,\r\nhello ",
      options(),
    );
    expect(ids).toHaveLength(1);
    expect(pasted.layers[0]).toMatchObject({
      type: "text",
      runs: [{ text: "Dear Щёголева,\nhello", style: {} }],
    });
    expect(pastePlainText(documentWith([]), " \n ", options()).ids).toEqual([]);
    expect(pastePlainText(documentWith([]), "x".repeat(20_001), options()).ids).toEqual([]);
  });

  it("mends or refuses damaged layers from elsewhere", () => {
    const copied = JSON.parse(copyText(document, ["ground", "g"]) ?? "");
    copied.document.layers[0].width = "wide";
    copied.document.layers.push({ type: "virus" }, null, 7);
    const clip = readClip(JSON.stringify(copied));
    expect(clip?.layers.map(({ id }) => id)).toContain("g");
    expect(clip?.layers.find(({ id }) => id === "g")).toEqual(document.layers[1]);
    const pasted = clip && pasteClip(documentWith([]), clip, options());
    expect(pasted?.ids.length).toBeGreaterThan(0);
    expect(readClip(JSON.stringify({ ...copied, document: "nothing" }))).toBeNull();
    expect(readClip(JSON.stringify({ ...copied, version: 99 }))).toBeNull();
  });
});
