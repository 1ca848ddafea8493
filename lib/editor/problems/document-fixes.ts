import { checkDocument, type Problem } from "@/lib/template/check-document";
import { addField, removeField, updateField } from "@/lib/template/commands/field-commands";
import { resizeLayers } from "@/lib/template/commands/resize-layers";
import { updateSample } from "@/lib/template/commands/sample-commands";
import { setProperties } from "@/lib/template/commands/set-properties";
import { DEFAULT_FORMAT, type FieldType } from "@/lib/template/field";
import { isFieldKey } from "@/lib/template/primitives";
import { bindablesOf, referencesOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { changeFix, type Fix, openFix } from "./finding";
import { type Malformed, withField, withoutBraces } from "./mend-placeholder";

type Change = (document: Document) => Document;

/** Ways out of what the document tells of itself: the obvious change where there is one, and the way to the place. */
export function documentFixes(problem: Problem, document: Document): Fix[] {
  const layer = problem.layerId === undefined ? undefined : findLayer(document, problem.layerId);
  const proposed = [...(layer ? layerFixes(problem, layer, document) : []), ...fieldFixes(problem, document)];
  const working = proposed.filter((fix) => fix.kind === "open" || isGone(problem, fix.change, document));
  // Of several that differ in how much they change, the first that is enough.
  const offered = working.filter(
    ({ label }, index) => working.findIndex((fix) => fix.label === label) === index,
  );
  const place = placeOf(problem);
  return [...offered, openFix(place === "field" ? "Open the field" : "Show the control", place)];
}

/** The pointer of a layer's property, inside the layer. */
export function insideLayer(path: string): string {
  return path.replace(/^\/layers\/\d+(?:\/children\/\d+)*/, "");
}

function placeOf({ layerId, path }: Problem) {
  return layerId !== undefined || path.startsWith("/alt") || path.startsWith("/background")
    ? "control"
    : "field";
}

/** Whether the change takes the problem away and brings no error with it. */
function isGone(problem: Problem, change: Change, document: Document): boolean {
  const after = change(document);
  if (after === document) return false;
  const same = (other: Problem) =>
    other.code === problem.code && other.layerId === problem.layerId && other.path === problem.path;
  const before = checkDocument(document);
  const left = checkDocument(after);
  const errors = (list: readonly Problem[]) => list.filter(({ severity }) => severity === "error").length;
  return left.filter(same).length < before.filter(same).length && errors(left) <= errors(before);
}

function fieldFixes({ code, fieldKey: key, path }: Problem, document: Document): Fix[] {
  if (key === undefined) return [];
  switch (code) {
    case "unused_field":
      return [changeFix("Remove the field", (doc) => removeField(doc, { key }))];
    case "unknown_field":
      return [
        changeFix("Create the field", (doc) =>
          addField(doc, { field: newField(key, expectedType(document, key)) }),
        ),
      ];
    case "unknown_sample_field":
      return [changeFix("Create the field", (doc) => addField(doc, { field: newField(key, "text") }))];
    case "wrong_field_type": {
      const type = expectedType(document, key);
      return [changeFix("Change the field's type", (doc) => updateField(doc, { key, change: { type } }))];
    }
    case "invalid_fallback":
      return [
        changeFix("Take the fallback away", (doc) => updateField(doc, { key, change: { fallback: "" } })),
      ];
    case "invalid_decimals":
      return [changeFix("Show as many at most as at least", (doc) => withEnoughDecimals(doc, key))];
    case "invalid_sample": {
      const [, index] = /^\/samples\/(\d+)\//.exec(path) ?? [];
      const row = document.samples[Number(index)];
      if (row === undefined) return [];
      const change = { values: { [key]: "" } };
      return [changeFix("Empty the value", (doc) => updateSample(doc, { id: row.id, change }))];
    }
    default:
      return [];
  }
}

function withEnoughDecimals(doc: Document, key: string): Document {
  const field = doc.fields.find((each) => each.key === key);
  if (!field) return doc;
  const { number } = field.format;
  const format = { ...field.format, number: { ...number, maximumDecimals: number.minimumDecimals } };
  return updateField(doc, { key, change: { format } });
}

function layerFixes({ code, path, message }: Problem, layer: Layer, document: Document): Fix[] {
  const set = (values: Record<string, unknown>): Change => {
    return (doc) => setProperties(doc, { ids: [layer.id], values });
  };
  const [, list, at] = /\/(rules|bindings)\/(\d+)\//.exec(path) ?? [];
  switch (code) {
    case "malformed_placeholder":
      return malformedFixes({ layer, path: insideLayer(path), message }, document);
    case "invalid_rule_value":
    case "not_settable":
    case "covered_property": {
      if (list !== "rules" && list !== "bindings") return [];
      const kept: readonly unknown[] = layer[list].toSpliced(Number(at), 1);
      return [changeFix(list === "rules" ? "Remove the rule" : "Remove the binding", set({ [list]: kept }))];
    }
    case "code_contrast":
      return "background" in layer
        ? [changeFix("Black on white", set({ color: "#000000", background: "#ffffff" }))]
        : [];
    case "code_too_fine":
      return [1.5, 2, 3, 4].map((times) =>
        changeFix("Make the code larger", (doc) =>
          resizeLayers(doc, {
            ids: [layer.id],
            handle: "se",
            dx: layer.width * (times - 1),
            dy: layer.height * (times - 1),
          }),
        ),
      );
    case "unknown_field":
    case "wrong_field_type":
      return bindingFixes(layer, path, set);
    default:
      return [];
  }
}

function malformedFixes(malformed: Malformed, document: Document): Fix[] {
  const [field, words] = [withField(malformed, document), withoutBraces(malformed)];
  return [
    ...(field ? [changeFix("Put the field in", field)] : []),
    ...(words ? [changeFix("Take the braces away", words)] : []),
  ];
}

/** A property that a field sets wrongly can be left to the design. */
function bindingFixes(layer: Layer, path: string, set: (values: Record<string, unknown>) => Change): Fix[] {
  const [, at] = /\/bindings\/(\d+)\//.exec(path) ?? [];
  if (at === undefined || bindablesOf(layer).length === 0) return [];
  return [changeFix("Remove the binding", set({ bindings: layer.bindings.toSpliced(Number(at), 1) }))];
}

function newField(key: string, type: FieldType) {
  const words = key.replaceAll("_", " ").trim();
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return { key, label, type, fallback: "", format: DEFAULT_FORMAT };
}

/** What the layers that name the field need it to be. */
function expectedType(document: Document, key: string): FieldType {
  if (!isFieldKey(key)) return "text";
  if (document.backgroundKey === key) return "color";
  const walk = (layers: readonly Layer[]): FieldType | null => {
    for (const layer of layers) {
      for (const reference of referencesOf(layer))
        if (reference.key === key && reference.expects !== "any") return reference.expects;
      const below = layer.type === "group" ? walk(layer.children) : null;
      if (below) return below;
    }
    return null;
  };
  return walk(document.layers) ?? "text";
}
