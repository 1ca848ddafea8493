"use client";

import type { ComponentType } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useEditor, useEditorUi } from "./editor-context";
import type { RightTab } from "./editor-ui";
import { HistoryPanel } from "./history/history-panel";
import { Inspector } from "./inspector/inspector";
import { ProblemCount } from "./problems/problem-count";
import { ProblemsPanel } from "./problems/problems-panel";
import type { Actions } from "./use-actions";

type PanelTab = {
  id: RightTab;
  label: string;
  panel: ComponentType<{ actions: Actions }>;
  /** Stands beside the label. */
  mark?: ComponentType;
};

const TABS: readonly PanelTab[] = [
  { id: "design", label: "Design", panel: Inspector },
  { id: "problems", label: "Problems", panel: ProblemsPanel, mark: ProblemCount },
  { id: "history", label: "History", panel: HistoryPanel },
];

/** What is selected, and what else is told of the design, under tabs. */
export function RightPanel({ actions }: { actions: Actions }) {
  const { ui } = useEditor();
  const tab = useEditorUi((state) => state.rightTab);
  return (
    <aside aria-label="Design" className="relative flex w-70 shrink-0 flex-col border-l bg-panel">
      <Tabs
        value={tab}
        onValueChange={(next) => {
          const known = TABS.find(({ id }) => id === next);
          if (known) ui.setState({ rightTab: known.id });
        }}
        className="flex min-h-0 flex-1 flex-col"
      >
        {TABS.length > 1 ? (
          <TabsList className="shrink-0 px-3">
            {TABS.map(({ id, label, mark: Mark }) => (
              <TabsTrigger key={id} value={id}>
                {label}
                {Mark ? <Mark /> : null}
              </TabsTrigger>
            ))}
          </TabsList>
        ) : null}
        {TABS.map(({ id, panel: Panel }) => (
          <TabsContent key={id} value={id} className="min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]">
            <Panel actions={actions} />
          </TabsContent>
        ))}
      </Tabs>
    </aside>
  );
}
