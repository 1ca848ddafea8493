"use client";

import { useEffect } from "react";
import { useStore } from "zustand";
import { unlockedIds } from "@/lib/editor/selection";
import { useEditor, useEditorState, usePanelDocument } from "../../editor-context";
import { GradientHandles } from "./gradient-handles";
import { filledBox } from "./gradient-target";

/** The line and the stops of the gradient that is edited on the canvas. */
export function GradientOverlay() {
  const { store, tools, canEdit } = useEditor();
  const editing = useStore(tools, ({ gradient }) => gradient);
  const document = usePanelDocument();
  const selection = useEditorState((state) => state.selection);

  // It belongs to what is selected: with another selection it is over.
  useEffect(() => {
    return store.subscribe(({ selection: now }) => {
      const target = tools.getState().gradient?.target;
      if (!target) return;
      const holds = target.kind === "canvas" ? now.length === 0 : now.length === 1 && now[0] === target.id;
      if (!holds) tools.setState({ gradient: null });
    });
  }, [store, tools]);

  const box = editing && filledBox(document, editing.target);
  const isFree = unlockedIds(document, selection).length === selection.length;
  return editing && box && canEdit && isFree ? <GradientHandles editing={editing} box={box} /> : null;
}
