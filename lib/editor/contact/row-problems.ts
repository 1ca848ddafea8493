import { textsOf } from "@/lib/paint/layers/painters";
import type { Painter } from "@/lib/paint/painter";
import type { Resolution } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { type SampleView, sameSampleView } from "../preview-values";
import type { Finding } from "../problems/finding";
import { READABLE_SIZE } from "../problems/text-findings";

export type RowProblemKind = "overflow" | "cut" | "small" | "contrast" | "picture" | "fallback" | "hidden";

/** One thing about a row worth a look, in words; `layerId` where it is about a layer. */
export type RowProblem = { kind: RowProblemKind; message: string; layerId?: string };

/**
 * What the values of a row do to the picture: text that leaves its box, is cut short or is too small to read where the
 * picture is shown, fields that have no value, layers that are hidden. Call it once the painter's fonts are prepared.
 */
export function rowProblems(
  document: Document,
  { document: resolved, missing, hidden, phrases }: Resolution,
  { layoutText }: Pick<Painter, "layoutText">,
): RowProblem[] {
  const shown = document.displayWidth / document.width;
  const texts = resolved.layers.flatMap((layer) => textsOf(layer));
  const ofTexts = texts.flatMap((text): RowProblem[] => {
    const { lines, overflows, truncated } = layoutText(text);
    const layerId = text.id;
    const sizes = lines.flatMap(({ runs }) => runs.map(({ fontSize }) => fontSize * shown));
    const smallest = Math.min(...sizes);
    const found: RowProblem[] = [];
    if (overflows) found.push({ kind: "overflow", message: `“${text.name}” does not fit its box.`, layerId });
    if (truncated) found.push({ kind: "cut", message: `“${text.name}” is cut short.`, layerId });
    if (sizes.length > 0 && smallest < READABLE_SIZE) {
      const size = Math.round(smallest * 10) / 10;
      const message = `“${text.name}” is ${size} px where the picture is shown; ${READABLE_SIZE} px can be read.`;
      found.push({ kind: "small", message, layerId });
    }
    return found;
  });
  const names = missing.map((key) => document.fields.find((field) => field.key === key)?.label || key);
  const instead = phrases.length > 0 ? "a fallback or a whole phrase stands in" : "its fallback stands in";
  return [
    ...ofTexts,
    ...names.map((name): RowProblem => ({ kind: "fallback", message: `${name} has no value: ${instead}.` })),
    ...hidden.map((layerId): RowProblem => {
      const name = findLayer(document, layerId)?.name ?? layerId;
      return { kind: "hidden", message: `“${name}” is hidden.`, layerId };
    }),
  ];
}

/** Texts that are told to be too faint with this row, by what was found in the whole design. */
export function contrastProblems(findings: readonly Finding[], view: SampleView): RowProblem[] {
  return findings
    .filter(({ code, rows }) => code === "low_contrast" && rows.some((row) => sameSampleView(row.view, view)))
    .map(({ message, layerId }) => ({
      kind: "contrast",
      message,
      ...(layerId === undefined ? {} : { layerId }),
    }));
}
