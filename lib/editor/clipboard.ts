import { z } from "zod";
import { type Clip, copyLayers } from "@/lib/template/clip";
import { addLayers } from "@/lib/template/commands/add-layers";
import { pasteLayers } from "@/lib/template/commands/paste-layers";
import { setProperties } from "@/lib/template/commands/set-properties";
import { boundsInParent, centreOf, type Point, type Rect, unionOf } from "@/lib/template/geometry";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { ENTRIES } from "@/lib/template/registry";
import type { Document } from "@/lib/template/schema";
import { findLayer, subtreeIds } from "@/lib/template/tree";

/** Tells our text from any other on the clipboard. */
const MARK = "nameplate/layers";
const CLIPBOARD_VERSION = 1;
/** How far a copy stands from what it would cover exactly, px. */
export const PASTE_STEP = 16;

const envelope = z.object({
  type: z.literal(MARK),
  version: z.literal(CLIPBOARD_VERSION),
  /** Where it was copied: pictures of another workspace cannot be reached. */
  workspace: z.string().max(200).optional(),
  /** A document with nothing but the copied layers and their fields: it opens like any other, old or damaged. */
  document: z.unknown(),
});

/** Copied layers and the workspace they were copied in; null where the text does not say. */
export type CopiedClip = Clip & { readonly workspace: string | null };

/** The selected layers with the fields they refer to, as text for the clipboard; null when nothing is selected. */
export function copyText(document: Document, ids: readonly string[], workspace?: string): string | null {
  const { layers, fields } = copyLayers(document, ids);
  if (layers.length === 0) return null;
  return JSON.stringify({
    type: MARK,
    version: CLIPBOARD_VERSION,
    workspace,
    document: { ...document, alt: "", samples: [], layers, fields },
  });
}

/**
 * Reads layers from clipboard text; null for any other text. What comes in may come from anywhere: it is
 * migrated, repaired and checked as a document from outside is.
 */
export function readClip(text: string): CopiedClip | null {
  if (text.length > LIMITS.documentBytes * 2 || !text.includes(MARK)) return null;
  const parsed = envelope.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { layers, fields } = openDocument(parsed.data.document).document;
  return layers.length === 0 ? null : { layers, fields, workspace: parsed.data.workspace ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type Pasted = {
  readonly document: Document;
  /** Ids of the new layers; empty when they did not fit into the document. */
  readonly ids: readonly string[];
};

export type PasteOptions = {
  newId: () => string;
  /** The group to paste into; null is the canvas. */
  parentId: string | null;
  /** Where to go when the place of the original is out of sight, canvas px. */
  centre: Point;
  /** Exactly where it was copied from, whatever lies there. */
  inPlace?: boolean;
};

/**
 * Puts copied layers where they were copied from; beside it when they would cover the original exactly, and in
 * the middle of the view when that place is off the canvas.
 */
export function pasteClip(document: Document, clip: Clip, options: PasteOptions): Pasted {
  const { newId, parentId, centre, inPlace = false } = options;
  const newIds = Object.fromEntries(subtreeIds(clip.layers).map((id) => [id, newId()]));
  const bounds = unionOf(clip.layers.map(boundsInParent));
  if (!bounds) return { document, ids: [] };
  const { dx, dy } = inPlace ? { dx: 0, dy: 0 } : placeFor(document, clip, bounds, centre);
  const group = parentId !== null && findLayer(document, parentId) ? parentId : null;
  const { layers, fields } = clip;
  const pasted = pasteLayers(document, { layers, fields, newIds, parentId: group, dx, dy });
  if (pasted === document) return { document, ids: [] };
  return { document: pasted, ids: clip.layers.map(({ id }) => newIds[id] ?? id) };
}

function placeFor(document: Document, clip: Clip, bounds: Rect, centre: Point): { dx: number; dy: number } {
  const offCanvas =
    bounds.x >= document.width ||
    bounds.y >= document.height ||
    bounds.x + bounds.width <= 0 ||
    bounds.y + bounds.height <= 0;
  if (offCanvas) {
    const middle = centreOf(bounds);
    return { dx: Math.round(centre.x - middle.x), dy: Math.round(centre.y - middle.y) };
  }
  let step = 0;
  const covers = () =>
    clip.layers.some(({ x, y, width, height }) =>
      document.layers.some(
        (layer) =>
          layer.x === x + step && layer.y === y + step && layer.width === width && layer.height === height,
      ),
    );
  while (covers()) step += PASTE_STEP;
  return { dx: step, dy: step };
}

/** Puts plain text in as a new text layer in the middle of the view; blank text and text too long give nothing. */
export function pastePlainText(document: Document, text: string, { newId, centre }: PasteOptions): Pasted {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LIMITS.layerText) return { document, ids: [] };
  const id = newId();
  const layer = ENTRIES.text.create(id, document);
  const placed = {
    ...layer,
    x: Math.round(centre.x - layer.width / 2),
    y: Math.round(centre.y - layer.height / 2),
  };
  const added = addLayers(document, { layers: [placed] });
  const filled = setProperties(added, {
    ids: [id],
    values: { runs: [{ text: trimmed.replaceAll(/\r\n?/g, "\n"), style: {} }] },
  });
  return filled === added ? { document, ids: [] } : { document: filled, ids: [id] };
}
