import { setProperties } from "@/lib/template/commands/set-properties";
import type { Field } from "@/lib/template/field";
import { entryOf } from "@/lib/template/registry";
import type { Document, Layer } from "@/lib/template/schema";
import { changeFix, type Finding, finding, openFix, type RowName } from "./finding";
import type { Situation } from "./judged-rows";
import { helps, type Judging, likely, rowsWhere, sightings } from "./judging";

/** Fields without a value: where a fallback stands in for it, and where nothing does and a hole is left. */
export async function fieldFindings(judging: Judging): Promise<Finding[]> {
  const { document, situations } = judging;
  const fields = new Map(document.fields.map((field) => [field.key, field]));
  const missing = new Map(situations.map((each) => [each, new Set(each.resolution.missing)]));
  const saidPhrase = new Map(situations.map((each) => [each, new Set(each.resolution.phrases)]));
  const used = new Map<string, Set<RowName>>();
  const found: Finding[] = [];

  for (const { layer, pointer, shown } of sightings(judging, () => true)) {
    await judging.pace.breathe();
    for (const { key, path } of placeholdersOf(layer)) {
      const field = fields.get(key);
      if (!field) continue;
      const here = shown
        .map(({ situation }) => situation)
        .filter((each) => missing.get(each)?.has(key) && !saidPhrase.get(each)?.has(layer.id));
      if (here.length === 0) continue;
      if (field.fallback.trim() === "")
        found.push(await hole(judging, { layer, path: pointer + path, field, where: here, shown }));
      else {
        const rows = used.get(key) ?? new Set();
        // A value that is none of its type is told of as such.
        for (const { row } of here) if (row.view.kind === "row" && !row.values[key]?.trim()) rows.add(row);
        used.set(key, rows);
      }
    }
  }
  return [...found, ...fallbacksUsed(document, used)];
}

type Reference = { key: string; path: string };

/** Fields whose text stands in the layer itself, each once. Pictures are looked at elsewhere. */
function placeholdersOf(layer: Layer): Reference[] {
  const seen = new Set<string>();
  return entryOf(layer)
    .fieldReferences(layer)
    .filter(({ key, expects, path }) => {
      const fresh = expects === "any" && !path.startsWith("/phraseFallback") && !seen.has(key);
      seen.add(key);
      return fresh;
    });
}

type Hole = {
  layer: Layer;
  path: string;
  field: Field;
  where: readonly Situation[];
  shown: readonly unknown[];
};

async function hole(judging: Judging, { layer, path, field, where, shown }: Hole): Promise<Finding> {
  const name = field.label || field.key;
  const leftOver = where.filter((each) => saysSomething(each, layer.id));
  const isHole = leftOver.length > 0;
  const message = isHole
    ? `Without a value for ${name} a hole is left in the text. Write a fallback, or hide the layer without it.`
    : `Without a value for ${name} nothing is shown here. Write a fallback if something should be.`;
  const hide = (doc: Document) =>
    setProperties(doc, {
      ids: [layer.id],
      values: { hideWhenMissing: [...new Set([...layer.hideWhenMissing, field.key])] },
    });
  const isHidden = await helps(judging, hide, layer.id, where, () => false);
  return finding({
    code: "fallback_missing",
    severity: isHole ? likely("warning", leftOver) : "info",
    message,
    path,
    layerId: layer.id,
    fieldKey: field.key,
    rows: rowsWhere(isHole ? leftOver : where, shown),
    fixes: [
      openFix("Write a fallback", "field"),
      ...(isHidden ? [changeFix("Hide the layer without it", hide)] : []),
    ],
  });
}

/** Whether something of the layer is left without the value. What draws numbers draws something always. */
function saysSomething({ seen }: Situation, id: string): boolean {
  const layer = seen.get(id)?.layer;
  if (layer === undefined) return false;
  if (layer.type === "text") return layer.runs.some(({ text }) => text.trim() !== "");
  return "text" in layer ? layer.text.trim() !== "" : false;
}

function fallbacksUsed({ fields }: Document, used: ReadonlyMap<string, ReadonlySet<RowName>>): Finding[] {
  return fields.flatMap((field, index): Finding[] => {
    const rows = [...(used.get(field.key) ?? [])];
    if (rows.length === 0) return [];
    const name = field.label || field.key;
    return [
      finding({
        code: "fallback_used",
        severity: "info",
        message: `${name} has no value here, so its fallback "${field.fallback}" is shown. See that it reads well.`,
        path: `/fields/${index}/fallback`,
        fieldKey: field.key,
        rows,
        fixes: [openFix("Change the fallback", "field")],
      }),
    ];
  });
}
