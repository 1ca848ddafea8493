"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { ACTIONS } from "@/lib/editor/actions/actions";
import { type PaletteItem, paletteGroups, paletteItems } from "@/lib/editor/palette";
import { matches } from "@/lib/editor/shortcuts";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { returnFocus, returnFocusToWork } from "../focus-keeper";
import type { Actions } from "../use-actions";
import { PaletteIcon } from "./palette-icon";
import { keepRecent, recentCommands } from "./recent-commands";
import { usePaletteDeed } from "./use-palette-deed";

/** Everything that can be done and gone to, found by typing. */
export function CommandPalette({ actions }: { actions: Actions }) {
  const { ui } = useEditor();
  const open = useEditorUi((state) => state.paletteOpen);
  const run = usePaletteDeed(actions);
  const chosen = useRef<PaletteItem | null>(null);

  // The focus is back where it was before the deed is done: typing or renaming takes it from there.
  function onCloseAutoFocus(event: Event) {
    event.preventDefault();
    const item = chosen.current;
    chosen.current = null;
    if (!item) return returnFocus();
    returnFocusToWork();
    run(item.deed);
  }

  return (
    <Primitive.Root open={open} onOpenChange={(paletteOpen) => ui.setState({ paletteOpen })}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <div className="pointer-events-none fixed inset-0 z-40 flex items-start justify-center px-3 pt-[12dvh]">
          <Primitive.Content
            aria-describedby={undefined}
            onCloseAutoFocus={onCloseAutoFocus}
            onKeyDown={(event) => {
              const { shortcuts } = ACTIONS.openPalette;
              if (!shortcuts.some((each) => matches(each, event.nativeEvent, actions.platform))) return;
              event.preventDefault();
              ui.setState({ paletteOpen: false });
            }}
            className="pointer-events-auto flex max-h-[min(28rem,76dvh)] w-full max-w-xl animate-pop flex-col overflow-hidden rounded-xl bg-raised shadow-pop outline-none"
          >
            <Primitive.Title className="sr-only">Search actions</Primitive.Title>
            <PaletteList
              actions={actions}
              onChoose={(item) => {
                chosen.current = item;
                keepRecent(item.id);
                ui.setState({ paletteOpen: false });
              }}
            />
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type PaletteListProps = { actions: Actions; onChoose: (item: PaletteItem) => void };

/** Apart, since it is there only while the palette is open: nothing is looked through before. */
function PaletteList({ actions, onChoose }: PaletteListProps) {
  const { canEdit } = useEditor();
  const state = useEditorState((each) => each);
  const [query, setQuery] = useState("");
  const [value, setValue] = useState("");
  const [recent] = useState(recentCommands);
  const items = useMemo(() => paletteItems(state, canEdit), [state, canEdit]);
  const groups = useMemo(() => paletteGroups(items, query, recent), [items, query, recent]);
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  const first = groups[0]?.items.find(({ blocked }) => blocked === null)?.id ?? "";

  // What answers best is the one that Enter takes.
  useEffect(() => setValue(query === "" ? "" : first), [query, first]);

  return (
    <Command
      label="Search actions"
      shouldFilter={false}
      vimBindings={false}
      loop
      value={value || first}
      onValueChange={setValue}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Search actions, layers, fields and samples"
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      <Command.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-1.5">
        {groups.map(({ heading, items: lines }) => (
          <Command.Group
            key={heading}
            heading={heading}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
          >
            {lines.map((item) => (
              <PaletteLine
                key={item.id}
                item={item}
                shortcut={item.deed.kind === "action" ? actions.shortcut(item.deed.id) : undefined}
                showsSection={heading === "Recent"}
                onChoose={onChoose}
              />
            ))}
          </Command.Group>
        ))}
        {count === 0 ? (
          <p className="px-4 py-8 text-center text-muted text-sm">
            Nothing is called “{query.trim()}”. Try another word, such as align or duplicate.
          </p>
        ) : null}
      </Command.List>
      <p role="status" className="sr-only">
        {query.trim() === "" ? "" : `${count} ${count === 1 ? "result" : "results"}`}
      </p>
    </Command>
  );
}

type PaletteLineProps = {
  item: PaletteItem;
  shortcut: string | undefined;
  showsSection: boolean;
  onChoose: (item: PaletteItem) => void;
};

function PaletteLine({ item, shortcut, showsSection, onChoose }: PaletteLineProps) {
  const key = item.deed.kind === "field" ? item.deed.key : null;
  return (
    <Command.Item
      value={item.id}
      disabled={item.blocked !== null}
      onSelect={() => onChoose(item)}
      className="flex min-h-8 select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm data-[disabled=true]:text-muted data-[selected=true]:bg-hover"
    >
      <span className="shrink-0 text-faint">
        <PaletteIcon deed={item.deed} />
      </span>
      <span className="min-w-0 truncate" title={item.label}>
        {item.label}
      </span>
      {key !== null && key !== item.label ? <code className="truncate text-faint text-xs">{key}</code> : null}
      <span className="ml-auto flex shrink-0 items-center gap-2 text-faint text-xs">
        {item.blocked ?? (showsSection ? item.section : "")}
        {shortcut ? <Kbd keys={shortcut} /> : null}
      </span>
    </Command.Item>
  );
}
