"use client";

import type Konva from "konva";
import { useRef } from "react";
import type { Layer } from "@/lib/template/schema";
import { useEditor } from "./editor-context";
import { Inspector } from "./inspector/inspector";
import { LeftPanel } from "./left-panel";
import { EditorStage } from "./stage/editor-stage";
import { TopBar } from "./top-bar/top-bar";
import { useActions, useEditorKeys } from "./use-actions";
import { useMediaQuery } from "./use-media-query";

/** The editor's frame: bar, panels, stage. */
export function EditorView({ repairs }: { repairs: readonly string[] }) {
  const { store, ui, canEdit } = useEditor();
  const actions = useActions();
  const compact = useMediaQuery("(max-width: 767px)");
  const stage = useRef<Konva.Stage>(null);
  useEditorKeys(actions, () => undefined);

  function open(layer: Layer) {
    if (!canEdit || layer.locked) return;
    if (layer.type === "text") store.editText(layer.id);
    else if (layer.type === "image") ui.setState({ choosingFor: layer.id });
  }

  return (
    <div className="flex h-dvh flex-col overflow-hidden overscroll-none">
      <TopBar actions={actions} compact={compact} />
      <div className="flex min-h-0 flex-1">
        {compact ? null : <LeftPanel actions={actions} />}
        <main className="flex min-w-0 flex-1 flex-col">
          <div className="relative min-h-0 flex-1">
            <EditorStage stageRef={stage} onOpen={open} />
          </div>
        </main>
        {compact ? null : (
          <aside aria-label="Design" className="w-70 shrink-0 overflow-y-auto border-l bg-panel">
            <Inspector actions={actions} />
          </aside>
        )}
      </div>
      {repairs.length}
    </div>
  );
}
