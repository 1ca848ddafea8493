import { AppError } from "@/lib/errors";
import { LIMITS } from "../limits";
import { cutText, toOneLine } from "../plain-text";
import type { Document } from "../schema";
import type { Override, Variant } from "../variant";
import { accept } from "./accept";

/** Sizes of a document: each command is made of the design, which holds them. Lengths in px. */

export type NewVariant = Omit<Variant, "overrides">;

/**
 * Adds a size, after the others unless told where. Throws AppError `conflict` when the document has as many as it can
 * hold. Of two names that are the same the new one gets a number.
 */
export function addVariant(
  doc: Document,
  { variant, index }: { variant: NewVariant; index?: number },
): Document {
  return withNew(doc, { ...variant, overrides: {} }, index ?? doc.variants.length);
}

/** Copies a size with all that it overrides, beside it. Throws as `addVariant`. */
export function duplicateVariant(doc: Document, { id, newId }: { id: string; newId: string }): Document {
  const at = doc.variants.findIndex((variant) => variant.id === id);
  const original = doc.variants[at];
  return original === undefined ? doc : withNew(doc, { ...original, id: newId }, at + 1);
}

function withNew(doc: Document, variant: Variant, index: number): Document {
  if (doc.variants.length >= LIMITS.variants) {
    throw new AppError(
      "conflict",
      `A template holds at most ${LIMITS.variants} sizes besides its own. Delete one that is not used first.`,
    );
  }
  const name = freeName(cutText(toOneLine(variant.name), LIMITS.name), doc);
  return accept(doc, { ...doc, variants: doc.variants.toSpliced(index, 0, { ...variant, name }) });
}

function freeName(name: string, { variants }: Document): string {
  const taken = new Set(variants.map((variant) => variant.name));
  if (!taken.has(name)) return name;
  const stem = cutText(name.replace(/ \d+$/, ""), LIMITS.name - 3);
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem} ${number}`)) return `${stem} ${number}`;
  }
}

/** Renames a size. Links name it by its id, so they go on showing it. */
export function renameVariant(doc: Document, { id, name }: { id: string; name: string }): Document {
  const next = cutText(toOneLine(name), LIMITS.name).trim();
  return next === "" ? doc : withVariant(doc, id, (variant) => ({ ...variant, name: next }));
}

export type VariantMeasures = Partial<Pick<Variant, "width" | "height" | "displayWidth">>;

/** Gives a size another canvas: what follows the design finds its place anew, what is overridden keeps its px. */
export function resizeVariant(
  doc: Document,
  { id, measures }: { id: string; measures: VariantMeasures },
): Document {
  return withVariant(doc, id, (variant) => ({ ...variant, ...measures }));
}

/** Moves a size among the others; `index` is where it stands afterwards. */
export function moveVariant(doc: Document, { id, index }: { id: string; index: number }): Document {
  const from = doc.variants.findIndex((variant) => variant.id === id);
  const moved = doc.variants[from];
  const to = Math.min(Math.max(index, 0), doc.variants.length - 1);
  if (moved === undefined || from === to) return doc;
  return accept(doc, { ...doc, variants: doc.variants.toSpliced(from, 1).toSpliced(to, 0, moved) });
}

export function removeVariant(doc: Document, { id }: { id: string }): Document {
  const variants = doc.variants.filter((variant) => variant.id !== id);
  return variants.length === doc.variants.length ? doc : accept(doc, { ...doc, variants });
}

export type ResetOverrides = {
  id: string;
  /** Layers that follow the design again; all of them when left out. */
  layerIds?: readonly string[];
  /** Properties that do; all of them when left out. */
  keys?: readonly (keyof Override)[];
};

/** Takes back what a size overrides: it then shows what the design says. */
export function resetOverrides(doc: Document, { id, layerIds, keys }: ResetOverrides): Document {
  return withVariant(doc, id, (variant) => {
    const overrides = Object.entries(variant.overrides).flatMap(([layerId, own]) => {
      if (layerIds && !layerIds.includes(layerId)) return [[layerId, own] as const];
      const left = Object.entries(own).filter(([key]) => keys && !keys.some((reset) => reset === key));
      return left.length > 0 ? [[layerId, Object.fromEntries(left)] as const] : [];
    });
    return { ...variant, overrides: Object.fromEntries(overrides) };
  });
}

function withVariant(doc: Document, id: string, change: (variant: Variant) => Variant): Document {
  const variant = doc.variants.find((each) => each.id === id);
  const next = variant && change(variant);
  if (!next || JSON.stringify(next) === JSON.stringify(variant)) return doc;
  return accept(doc, { ...doc, variants: doc.variants.map((each) => (each === variant ? next : each)) });
}
