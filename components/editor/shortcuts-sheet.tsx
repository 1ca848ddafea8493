"use client";

import type { ReactNode } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { Action } from "@/lib/editor/actions/action";
import { ACTION_LIST } from "@/lib/editor/actions/actions";
import { shortcutLabel } from "@/lib/editor/shortcuts";
import { useEditor, useEditorUi } from "./editor-context";
import type { Actions } from "./use-actions";

const SECTIONS: readonly Action["section"][] = ["Add", "Edit", "Selection", "Arrange", "View"];

/** With the pointer: what no list of keys would tell. */
const POINTER: readonly [keys: string, does: string][] = [
  ["Shift+click", "Add to the selection, or take away"],
  ["Ctrl+click", "Select the layer itself, inside any group"],
  ["Double+click", "Go into a group, or type in a text"],
  ["Alt+drag", "Drag off a copy"],
  ["Shift+drag", "Keep to one axis, keep the ratio, turn by 15°"],
  ["Ctrl+drag", "Without snapping"],
  ["Space+drag", "Move the view"],
  ["Ctrl+wheel", "Zoom to the pointer"],
];

/** Every key of the editor, by what it is for. */
export function ShortcutsSheet({ platform }: Pick<Actions, "platform">) {
  const { ui } = useEditor();
  const open = useEditorUi((state) => state.shortcutsOpen);
  return (
    <Dialog open={open} onOpenChange={(shortcutsOpen) => ui.setState({ shortcutsOpen })}>
      <DialogContent width="large" title="Keyboard shortcuts">
        <div className="columns-1 gap-8 sm:columns-2">
          {SECTIONS.map((section) => (
            <Group key={section} title={section}>
              {ACTION_LIST.filter((action) => action.section === section && action.shortcuts.length > 0).map(
                (action) => (
                  <Line key={action.id} does={action.label}>
                    {action.shortcuts.slice(0, 1).map((shortcut) => (
                      <Kbd key={action.id} keys={shortcutLabel(shortcut, platform)} />
                    ))}
                  </Line>
                ),
              )}
            </Group>
          ))}
          <Group title="Pointer">
            {POINTER.map(([keys, does]) => (
              <Line key={keys} does={does}>
                <Kbd
                  keys={platform === "mac" ? keys.replace("Ctrl", "Command").replace("Alt", "Option") : keys}
                />
              </Line>
            ))}
          </Group>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-5 break-inside-avoid-column">
      <h3 className="mb-1 font-semibold text-xs">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ does, children }: { does: string; children: ReactNode }) {
  return (
    <div className="flex min-h-6 items-center justify-between gap-3 text-xs">
      <dt className="text-muted">{does}</dt>
      <dd>{children}</dd>
    </div>
  );
}
