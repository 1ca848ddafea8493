import { describe, expect, test } from "vitest";
import { documentFindings } from "@/lib/editor/problems/document-findings";
import { finding } from "@/lib/editor/problems/finding";
import { createDocument } from "@/lib/template/create-document";
import { DEFAULT_FORMAT, type Field } from "@/lib/template/field";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { STARTERS } from "@/lib/template/starters/starters";
import { publishConcerns } from "./publish-concerns";

const CANVAS = createDocument({ width: 600, height: 300, displayWidth: 600 });
const NAME: Field = { key: "name", label: "Name", type: "number", fallback: "", format: DEFAULT_FORMAT };

function saying(text: string, change: Partial<Document> = {}): Document {
  const layer = { ...ENTRIES.text.create("t1", CANVAS), name: "Greeting", runs: [{ text, style: {} }] };
  return { ...CANVAS, layers: [layer], ...change };
}

const concernsOf = (document: Document, dismissed: ReadonlySet<string> = new Set()) =>
  publishConcerns(document, documentFindings(document), dismissed);

describe("what is asked about before publishing", () => {
  test("a field that does not exist, with the layer that refers to it", () => {
    expect(concernsOf(saying("Hello {{nope}}"))).toMatchObject([
      { code: "unknown_field", layerId: "t1", fieldKey: "nope", where: "Greeting" },
    ]);
    const unnamed = saying("Dear {{nope}}");
    const layers = unnamed.layers.map((layer) => ({ ...layer, name: "Heading" }));
    expect(concernsOf({ ...unnamed, layers })[0]?.where).toBe("Dear {{nope}}");
    expect(concernsOf(saying("Hello", { alt: "{{nope}}" }))).toMatchObject([
      { path: "/alt", where: "Alternative text" },
    ]);
  });

  test("nothing that no recipient could see: fields in waiting, sample rows", () => {
    const samples = [{ id: "s1", name: "Row", values: { name: "no number" } }];
    expect(concernsOf(saying("Hello", { fields: [NAME], samples }))).toEqual([]);
  });

  test("neither notes nor what was dismissed", () => {
    const document = saying("Hello {{nope}}");
    const [concern] = concernsOf(document);
    expect(concernsOf(document, new Set([concern?.id ?? ""]))).toEqual([]);
    const note = finding({ code: "text_cut", severity: "info", message: "Cut.", path: "", layerId: "t1" });
    expect(publishConcerns(document, [note], new Set())).toEqual([]);
    expect(publishConcerns(document, [{ ...note, severity: "warning" }], new Set())).toMatchObject([
      { code: "text_cut", where: "Greeting" },
    ]);
  });

  test("no starter", () => {
    for (const { id, document } of STARTERS) expect(concernsOf(document), id).toEqual([]);
  });
});
