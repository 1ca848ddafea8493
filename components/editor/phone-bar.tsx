"use client";

import { Braces, Layers, Plus, SlidersHorizontal, Table2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Menu, MenuTrigger } from "@/components/ui/menu";
import { useEditor, useEditorUi } from "./editor-context";
import type { Sheet } from "./editor-ui";
import { FieldsPanel } from "./fields/fields-panel";
import { Inspector } from "./inspector/inspector";
import { LayersPanel } from "./layers/layers-panel";
import { ProblemCount } from "./problems/problem-count";
import { ProblemsPanel } from "./problems/problems-panel";
import { SampleForm } from "./samples/sample-form";
import { ADD_CHARTS, ADD_CODES, ADD_IMAGES, ADD_SHAPES, ADD_TEXTS, AddMenuContent } from "./top-bar/add-menu";
import type { Actions } from "./use-actions";

const SHEETS: readonly { sheet: Sheet; label: string; icon: ReactNode }[] = [
  { sheet: "samples", label: "Values", icon: <Table2 aria-hidden className="size-5" /> },
  { sheet: "fields", label: "Fields", icon: <Braces aria-hidden className="size-5" /> },
  { sheet: "layers", label: "Layers", icon: <Layers aria-hidden className="size-5" /> },
  { sheet: "design", label: "Design", icon: <SlidersHorizontal aria-hidden className="size-5" /> },
  { sheet: "problems", label: "Problems", icon: <TriangleAlert aria-hidden className="size-5" /> },
];

const ITEM =
  "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-muted active:bg-active data-[state=open]:bg-active";

/** On a phone: what can be added, and the panels as sheets from the bottom. */
export function PhoneBar({ actions }: { actions: Actions }) {
  const { ui, canEdit } = useEditor();
  const sheet = useEditorUi((state) => state.sheet);
  const title = SHEETS.find((each) => each.sheet === sheet)?.label ?? "";
  return (
    <>
      <nav aria-label="Panels" className="flex shrink-0 border-t bg-panel pb-[env(safe-area-inset-bottom)]">
        {canEdit ? (
          <Menu>
            <MenuTrigger className={ITEM}>
              <Plus aria-hidden className="size-5" />
              Add
            </MenuTrigger>
            <AddMenuContent
              actions={actions}
              groups={[ADD_TEXTS, ADD_IMAGES, ADD_SHAPES, ADD_CODES, ADD_CHARTS]}
            />
          </Menu>
        ) : null}
        {SHEETS.map(({ sheet: each, label, icon }) => (
          <button key={each} type="button" onClick={() => ui.setState({ sheet: each })} className={ITEM}>
            <span className="relative">
              {icon}
              {each === "problems" ? (
                <span className="-top-1.5 absolute left-2">
                  <ProblemCount />
                </span>
              ) : null}
            </span>
            <span className="whitespace-nowrap">{label}</span>
          </button>
        ))}
      </nav>
      <Dialog open={sheet !== null} onOpenChange={(open) => !open && ui.setState({ sheet: null })}>
        <DialogContent title={title} className="max-h-[60dvh] p-0!">
          {sheet === "samples" ? <SampleForm /> : null}
          {sheet === "fields" ? <FieldsPanel /> : null}
          {sheet === "layers" ? <LayersPanel /> : null}
          {sheet === "problems" ? <ProblemsPanel /> : null}
          {sheet === "design" ? <Inspector actions={actions} /> : null}
        </DialogContent>
      </Dialog>
    </>
  );
}
