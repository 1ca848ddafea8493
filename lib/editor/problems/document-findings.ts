import { checkDocument, type Problem } from "@/lib/template/check-document";
import type { Document } from "@/lib/template/schema";
import { documentFixes, insideLayer } from "./document-fixes";
import { type Finding, finding } from "./finding";

/** What the document tells without any values: fields, codes, rules. The same sentences that stand at the controls. */
export function documentFindings(document: Document, now?: number): Finding[] {
  const counts = new Map<string, number>();
  return checkDocument(document, now).map((problem) => {
    const { code, severity, message, path, layerId, fieldKey } = problem;
    // A layer is known by its id; where it stands changes with every layer that comes or goes.
    const inside = partOf(problem);
    const count = (counts.get(`${code} ${layerId} ${fieldKey} ${inside}`) ?? 0) + 1;
    counts.set(`${code} ${layerId} ${fieldKey} ${inside}`, count);
    return finding({
      code,
      severity,
      message,
      path,
      part: count > 1 ? `${inside} ${count}` : inside,
      rows: rowsOf(problem, document),
      fixes: documentFixes(problem, document),
      ...(layerId === undefined ? {} : { layerId }),
      ...(fieldKey === undefined ? {} : { fieldKey }),
    });
  });
}

/** The part of the layer, field or sample row that a problem is in. */
function partOf({ path, layerId, fieldKey }: Problem): string {
  if (layerId !== undefined) return insideLayer(path);
  return fieldKey === undefined || path.startsWith("/samples") ? path : path.replace(/^\/fields\/\d+/, "");
}

function rowsOf({ path }: Problem, { samples }: Document): Finding["rows"] {
  const [, index] = /^\/samples\/(\d+)\//.exec(path) ?? [];
  const row = index === undefined ? undefined : samples[Number(index)];
  return row
    ? [{ name: row.name.trim() || `Sample ${Number(index) + 1}`, view: { kind: "row", id: row.id } }]
    : [];
}
