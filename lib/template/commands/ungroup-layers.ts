import { AppError } from "@/lib/errors";
import { maskOf } from "../layers/group";
import { liftChildren } from "../lift-children";
import { entryOf } from "../registry";
import type { Document, Layer } from "../schema";
import { quoted } from "../short-text";
import { withLayers } from "../tree";
import { accept } from "./accept";

/**
 * Dissolves groups; what they held takes their place, where it was on the canvas. See `liftChildren` for what
 * becomes of the group's opacity, shadow and rules. AppError `invalid` when that would show something else for some
 * values, and why.
 */
export function ungroupLayers(doc: Document, { ids }: { ids: readonly string[] }): Document {
  const wanted = new Set(ids);
  const dissolve = (layers: readonly Layer[], maskId: string | null): readonly Layer[] => {
    let changed = false;
    const next = layers.flatMap((layer) => {
      const entry = entryOf(layer);
      const mask = maskOf(layer)?.id ?? null;
      const inner = entry.withChildren(layer, dissolve(entry.children(layer), mask));
      if (!wanted.has(layer.id) || !entry.holdsLayers) {
        if (inner !== layer) changed = true;
        return [inner];
      }
      changed = true;
      const lifted = liftChildren(inner);
      const lost =
        layer.id === maskId ? [...lifted.lost, "as a whole it is the mask of a group"] : lifted.lost;
      if (lost.length > 0) throw new AppError("invalid", refusal(layer, lost));
      return lifted.layers;
    });
    return changed ? next : layers;
  };
  return accept(doc, withLayers(doc, dissolve(doc.layers, null)));
}

function refusal({ name }: Layer, lost: readonly string[]): string {
  const group = name.trim() === "" ? "This group" : quoted(name);
  return `${group} stays a group. Taken apart it would look different: ${lost.join("; ")}. Change that first.`;
}
