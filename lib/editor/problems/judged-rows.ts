import { meaningfulValues } from "@/lib/link/literal-tag";
import { IDENTITY, localToParent, type Matrix, multiply } from "@/lib/template/geometry";
import { type Resolution, type ResolvedLayer, resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { rowOfView, sampleRowViews, stressRowViews } from "../preview-values";
import type { RowName } from "./finding";

/** A row of values that the design is judged with. */
export type JudgedRow = RowName & { values: Readonly<Record<string, string>> };

/** A layer as it is painted with a row. */
export type SeenLayer = {
  layer: ResolvedLayer;
  /** The groups it lies in, outermost first. */
  ancestors: readonly ResolvedLayer[];
  /** From the layer's own box to the canvas. */
  toCanvas: Matrix;
};

/** The design with one row's values in place. */
export type Situation = { row: JudgedRow; resolution: Resolution; seen: ReadonlyMap<string, SeenLayer> };

/** Nothing filled, every sample row, every row of the stress set: what recipients may get. */
export function judgedRows(document: Document): JudgedRow[] {
  const named = [
    { view: { kind: "empty" } as const, label: "Nothing filled" },
    ...sampleRowViews(document),
    ...stressRowViews(document),
  ];
  return named.map(({ view, label }) => ({
    view,
    name: label,
    values: meaningfulValues(rowOfView(view, document)?.values ?? {}),
  }));
}

/** The document with the row's values in place. `now` is what rules about today compare with, ms since 1970. */
export function situationOf(document: Document, row: JudgedRow, now: number): Situation {
  const resolution = resolveDocument(document, row.values, { now });
  const seen = new Map<string, SeenLayer>();
  const walk = (layers: readonly ResolvedLayer[], ancestors: readonly ResolvedLayer[], outer: Matrix) => {
    for (const layer of layers) {
      const toCanvas = multiply(outer, localToParent(layer));
      seen.set(layer.id, { layer, ancestors, toCanvas });
      if (layer.type === "group") walk(layer.children, [...ancestors, layer], toCanvas);
    }
  };
  walk(resolution.document.layers, [], IDENTITY);
  return { row, resolution, seen };
}

/** Whether the row is one that people have made or that links really meet, not one of the stress set. */
export function isLikely({ view }: RowName): boolean {
  return view.kind !== "stress";
}

/** How opaque the layer is on the canvas, from 0 to 1. */
export function opacityOf({ layer, ancestors }: SeenLayer): number {
  return ancestors.reduce((share, group) => share * group.opacity, layer.opacity);
}
