"use client";

import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useEditor, useEditorUi } from "./editor-context";
import { FieldsPanel } from "./fields/fields-panel";
import { LayersPanel } from "./layers/layers-panel";
import { LayerMenu } from "./stage/stage-menu";
import type { Actions } from "./use-actions";

/** Layers and fields, side by side under two tabs. */
export function LeftPanel({ actions }: { actions: Actions }) {
  const { ui } = useEditor();
  const tab = useEditorUi((state) => state.leftTab);
  return (
    <aside aria-label="Layers and fields" className="flex w-60 shrink-0 flex-col border-r bg-panel">
      <Tabs
        value={tab}
        onValueChange={(next) => ui.setState({ leftTab: next === "fields" ? "fields" : "layers" })}
        className="flex min-h-0 flex-1 flex-col"
      >
        <TabsList className="shrink-0 px-3">
          <TabsTrigger value="layers">Layers</TabsTrigger>
          <TabsTrigger value="fields">Fields</TabsTrigger>
        </TabsList>
        <TabsContent value="layers" className="flex min-h-0 flex-1 flex-col outline-offset-[-2px]">
          <LayerMenu actions={actions}>
            <div className="flex min-h-0 flex-1 flex-col">
              <LayersPanel />
            </div>
          </LayerMenu>
        </TabsContent>
        <TabsContent value="fields" className="flex min-h-0 flex-1 flex-col outline-offset-[-2px]">
          <FieldsPanel />
        </TabsContent>
      </Tabs>
    </aside>
  );
}
