"use client";

import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { SECTIONS } from "@/lib/editor/actions/action";
import { ACTION_LIST } from "@/lib/editor/actions/actions";
import { searchMark } from "@/lib/editor/palette-search";
import { type Platform, shortcutLabel } from "@/lib/editor/shortcuts";
import { useEditor, useEditorUi } from "./editor-context";
import type { Actions } from "./use-actions";

/** With the pointer, and in the layers list: what no list of actions would tell. */
const BY_HAND: readonly { title: string; lines: readonly [keys: string, does: string][] }[] = [
  {
    title: "Pointer",
    lines: [
      ["Shift+click", "Add to the selection, or take away"],
      ["Ctrl+click", "Select the layer itself, inside any group"],
      ["Double+click", "Go into a group, or type in a text"],
      ["Right+click", "Open the menu; Shift+F10 does so by key"],
      ["Alt+drag", "Drag off a copy"],
      ["Shift+drag", "Keep to one axis, keep the ratio, turn by 15°"],
      ["Ctrl+drag", "Without snapping"],
      ["Space+drag", "Move the view"],
      ["Ctrl+wheel", "Zoom to the pointer"],
    ],
  },
  {
    title: "Layers list",
    lines: [
      ["Enter", "Rename"],
      ["↑+↓", "Go to the layer above or below"],
      ["←+→", "Fold or unfold a group"],
      ["Alt+↑", "Bring forward"],
      ["Alt+↓", "Send backward"],
      ["Alt+→", "Into the group below"],
      ["Alt+←", "Out of the group"],
    ],
  },
];

type Line = { does: string; keywords: readonly string[]; keys: string };

/** Every key of the editor, by what it is for. */
export function ShortcutsSheet({ platform }: Pick<Actions, "platform">) {
  const { ui } = useEditor();
  const open = useEditorUi((state) => state.shortcutsOpen);
  return (
    <Dialog open={open} onOpenChange={(shortcutsOpen) => ui.setState({ shortcutsOpen })}>
      <DialogContent width="large" title="Keyboard shortcuts">
        <Shortcuts platform={platform} />
      </DialogContent>
    </Dialog>
  );
}

/** Apart, so that each opening begins with all of them. */
function Shortcuts({ platform }: { platform: Platform }) {
  const [query, setQuery] = useState("");
  const groups = shortcutGroups(platform)
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter((line) => query.trim() === "" || answers(line, title, query)),
    }))
    .filter(({ lines }) => lines.length > 0);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <>
      <div className="relative mb-4">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" />
        <Input
          type="search"
          aria-label="Search shortcuts"
          placeholder="Search shortcuts"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          className="pl-8"
        />
      </div>
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map(({ title, lines }) => (
          <Group key={title} title={title}>
            {lines.map(({ does, keys }) => (
              <div
                key={`${does} ${keys}`}
                className="flex min-h-6 items-center justify-between gap-3 text-xs"
              >
                <dt className="text-muted">{does}</dt>
                <dd>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </Group>
        ))}
      </div>
      {count === 0 ? (
        <p className="py-8 text-center text-muted text-sm">No shortcut is called “{query.trim()}”.</p>
      ) : null}
      <p role="status" className="sr-only">
        {query.trim() === "" ? "" : `${count} ${count === 1 ? "shortcut" : "shortcuts"}`}
      </p>
    </>
  );
}

/** Read off the actions, so that it is true whatever they become. */
function shortcutGroups(platform: Platform): { title: string; lines: Line[] }[] {
  const sections = SECTIONS.map((title: string) => ({
    title,
    lines: ACTION_LIST.filter((action) => action.section === title).flatMap(
      ({ label, keywords = [], shortcuts: [first] }): Line[] =>
        first ? [{ does: label, keywords, keys: shortcutLabel(first, platform) }] : [],
    ),
  }));
  const byHand = BY_HAND.map(({ title, lines }) => ({
    title,
    lines: lines.map(([keys, does]): Line => ({ does, keywords: [], keys: keysOn(platform, keys) })),
  }));
  return [...sections, ...byHand];
}

function answers({ does, keywords, keys }: Line, title: string, query: string): boolean {
  return searchMark({ label: does, keywords: [...keywords, title, keys] }, query) > 0;
}

function keysOn(platform: Platform, keys: string): string {
  return platform === "mac" ? keys.replace("Ctrl", "Command").replace("Alt", "Option") : keys;
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-5 break-inside-avoid-column">
      <h3 className="mb-1 font-semibold text-xs">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}
