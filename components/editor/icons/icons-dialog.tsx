"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { gridStep } from "@/components/templates/grid-step";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { addInView } from "@/lib/editor/add-in-view";
import { iconShape } from "@/lib/template/layers/icon-shape";
import { OUTLINE_SIDE } from "@/lib/template/outline";
import { useEditor, useEditorUi } from "../editor-context";
import { focusStage } from "../focus-keeper";
import { newLocalId } from "../new-local-id";
import { type Icon, loadIcons, searchIcons } from "./icon-set";

/** Icons in the list at first, and more with each further page. */
const PAGE = 240;

/** Finds an icon and puts it on the canvas as a layer that is recoloured like any shape. */
export function IconsDialog() {
  const { ui, store } = useEditor();
  const open = useEditorUi((state) => state.iconsOpen);
  const added = useRef(false);

  function add({ label, outline }: Icon) {
    const create = (id: string, canvas: { width: number; height: number }) =>
      iconShape(id, canvas, { label, outline });
    added.current = addInView(store, { label: `Add ${label.toLowerCase()} icon`, id: newLocalId(), create });
    ui.setState({ iconsOpen: false });
  }

  return (
    <Dialog open={open} onOpenChange={(iconsOpen) => ui.setState({ iconsOpen })}>
      <DialogContent
        width="large"
        title="Icons"
        description="Lines of one colour, sharp at any size. Icons by Lucide, ISC licence."
        className="flex min-h-[min(30rem,66dvh)]! flex-col overflow-hidden! p-0!"
        onCloseAutoFocus={(event) => {
          if (!added.current) return;
          added.current = false;
          event.preventDefault();
          focusStage();
        }}
      >
        <IconPicker onChoose={add} />
      </DialogContent>
    </Dialog>
  );
}

function IconPicker({ onChoose }: { onChoose: (icon: Icon) => void }) {
  const [icons, setIcons] = useState<readonly Icon[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(PAGE);
  const found = useMemo(() => (icons === null ? null : searchIcons(icons, search)), [icons, search]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks again
  useEffect(() => {
    let isWanted = true;
    setFailed(null);
    loadIcons().then(
      (all) => isWanted && setIcons(all),
      (error) => isWanted && setFailed(error instanceof Error ? error.message : "The icons did not load."),
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);

  return (
    <>
      <div className="relative px-5 pt-4 pb-3">
        <Search aria-hidden className="absolute top-6 left-7.5 size-4 text-faint" />
        <Input
          autoFocus
          type="search"
          aria-label="Search icons"
          placeholder="Search, such as cart, birthday or arrow"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setShown(PAGE);
          }}
          onKeyDown={(event) => {
            const [first] = found ?? [];
            if (event.key !== "Enter" || first === undefined || search.trim() === "") return;
            event.preventDefault();
            onChoose(first);
          }}
          className="pl-8"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
        {failed === null ? null : (
          <div role="alert" className="grid justify-items-start gap-3 text-sm">
            <p className="text-danger-text">{failed}</p>
            <Button size="small" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          </div>
        )}
        {found === null && failed === null ? <Skeleton className="h-64" /> : null}
        {found === null ? null : <IconGrid icons={found.slice(0, shown)} onChoose={onChoose} />}
        {found !== null && found.length > shown ? (
          <Button size="small" className="mt-3" onClick={() => setShown(shown + PAGE)}>
            Show more
          </Button>
        ) : null}
      </div>
      <p role="status" className="figures border-t px-5 py-2 text-faint text-xs">
        {found === null
          ? ""
          : found.length === 0
            ? "No icon is called so. Try another word."
            : `${found.length} ${found.length === 1 ? "icon" : "icons"}`}
      </p>
    </>
  );
}

function IconGrid({ icons, onChoose }: { icons: readonly Icon[]; onChoose: (icon: Icon) => void }) {
  const [at, setAt] = useState(0);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
    const places = buttons.map(({ offsetLeft, offsetTop, offsetWidth }) => ({
      left: offsetLeft,
      top: offsetTop,
      width: offsetWidth,
    }));
    const from = buttons.findIndex((button) => button.matches(":focus"));
    const to = gridStep(places, from, event.key);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    buttons[to]?.focus();
  }

  return (
    <ul
      aria-label="Icons"
      onKeyDown={onKeyDown}
      className="grid grid-cols-[repeat(auto-fill,minmax(2.5rem,1fr))] gap-1"
    >
      {icons.map((icon, index) => (
        <li key={icon.name}>
          <button
            type="button"
            aria-label={icon.label}
            title={icon.label}
            tabIndex={index === Math.min(at, icons.length - 1) ? 0 : -1}
            onClick={() => onChoose(icon)}
            className="grid aspect-square w-full place-items-center rounded-md text-muted outline-offset-[-2px] hover:bg-hover hover:text-text"
          >
            <svg
              aria-hidden
              viewBox={`0 0 ${OUTLINE_SIDE} ${OUTLINE_SIDE}`}
              className="size-5 fill-none stroke-2 stroke-current [stroke-linecap:round] [stroke-linejoin:round]"
            >
              <path d={icon.outline} />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
