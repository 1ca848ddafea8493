"use client";

import { useDeferredValue, useMemo } from "react";
import { useStore } from "zustand";
import { panelDocument } from "@/lib/editor/store";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { TextStyle } from "@/lib/template/layers/text";
import type { Document, Layer } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import type { Change } from "../controls/change";
import { useEditor, useEditorState } from "../editor-context";
import { styleOfRange, textOfRuns } from "../text/text-runs";
import { styleTyped } from "../text/typing";

/** A property of the selected layers: one value, or several that differ. */
export type Read = { mixed: false; value: unknown } | { mixed: true };

export type LayerEdit = {
  layers: readonly Layer[];
  read: (path: string) => Read;
  /** Sets properties by path on all selected layers; `label` names the undo step. */
  set: (label: string, values: Readonly<Record<string, unknown>>, change: Change) => void;
  /** Runs a command on all selected layers; `label` names the undo step. */
  apply: (label: string, command: LayerCommand, change: Change) => void;
};

export type LayerCommand = (document: Document, ids: readonly string[]) => Document;

const STYLE = "style.";

/** Reads and changes properties of the selection, or the style of the stretch of text that is selected. */
export function useLayerEdit(): LayerEdit {
  const { store, typing } = useEditor();
  const shown = useEditorState(panelDocument);
  const later = useDeferredValue(shown);
  const isDragging = useEditorState((state) => state.gesture !== null);
  // A step behind while something is dragged, for the stage comes first; never behind what the keys change.
  const document = isDragging ? later : shown;
  const selection = useEditorState((state) => state.selection);
  const editingTextId = useEditorState((state) => state.editingTextId);
  const range = useStore(typing, (state) => state.range);

  return useMemo(() => {
    const layers = selection.flatMap((id) => findLayer(document, id) ?? []);
    const stretch = editingTextId !== null && range && range.start < range.end ? range : null;

    const readOne = (layer: Layer, path: string): Read => {
      if (layer.type === "text" && path.startsWith(STYLE)) {
        const whole = { start: 0, end: textOfRuns(layer.runs).length };
        const style = styleOfRange(layer, stretch ?? whole);
        const value: unknown = Reflect.get(style, path.slice(STYLE.length));
        return value === null ? { mixed: true } : { mixed: false, value };
      }
      return { mixed: false, value: valueAt(layer, path) };
    };

    const ids = layers.map(({ id }) => id);
    const apply = (label: string, command: LayerCommand, change: Change) => {
      const onAll = (doc: Document) => command(doc, ids);
      if (change === "live") {
        if (store.getState().gesture?.label !== label) store.begin(label);
        store.preview(onAll);
      } else if (change === "final" && store.getState().gesture?.label === label) {
        store.preview(onAll);
        store.commit();
      } else {
        const merge = change === "step" ? { merge: `${label} ${ids.join(" ")}` } : {};
        store.dispatch(label, onAll, merge);
      }
    };

    return {
      layers,
      apply,
      read: (path) => {
        const reads = layers.map((layer) => readOne(layer, path));
        const first = reads[0];
        if (!first || first.mixed) return { mixed: true };
        const text = JSON.stringify(first.value);
        return reads.every((each) => !each.mixed && JSON.stringify(each.value) === text)
          ? first
          : { mixed: true };
      },
      set: (label, values, change) => {
        const style = styleChange(values);
        if (style && styleTyped(store, typing, { label, style, change })) return;
        apply(label, (doc, on) => setProperties(doc, { ids: on, values }), change);
      },
    };
  }, [document, selection, editingTextId, range, store, typing]);
}

function valueAt(target: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  }, target);
}

function styleChange(values: Readonly<Record<string, unknown>>): Partial<TextStyle> | null {
  const entries = Object.entries(values);
  if (entries.length === 0 || !entries.every(([path]) => path.startsWith(STYLE))) return null;
  return Object.fromEntries(entries.map(([path, value]) => [path.slice(STYLE.length), value]));
}
