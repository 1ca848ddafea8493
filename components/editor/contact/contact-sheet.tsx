"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { pageOf, tileBeside } from "@/lib/editor/contact/contact-rows";
import { type NamedView, sameSampleView, sampleViewKey } from "@/lib/editor/preview-values";
import type { Size } from "@/lib/template/layer-entry";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { ContactTile } from "./contact-tile";
import { ContactToolbar, type RowFilter, type TileSize } from "./contact-toolbar";
import { useContactTiles } from "./use-contact-tiles";
import { useSheetLife } from "./use-sheet-life";

/** Longest sides of a picture, CSS px. */
const SIDES: Record<TileSize, number> = { small: 144, medium: 232, large: 400 };

/** Many rows at once, over the stage. Nothing of it is mounted while it is closed. */
export function ContactSheet() {
  const open = useEditorUi((state) => state.contactOpen);
  return open ? <OpenSheet /> : null;
}

function OpenSheet() {
  const { store, ui, announce } = useEditor();
  const canvas = useEditorState((state) => state.document);
  const sampleView = useEditorState((state) => state.sampleView);
  const { rows, problemsOf, tileOf, showPage, painted } = useContactTiles();
  const [filter, setFilter] = useState<RowFilter>("all");
  const [tileSize, setTileSize] = useState<TileSize>("small");
  const [wantedPage, setPage] = useState(0);
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = () => ui.setState({ contactOpen: false });
  useSheetLife(list, close);

  const troubled = rows.filter((row) => (problemsOf(row)?.length ?? 0) > 0);
  const allChecked = rows.every((row) => problemsOf(row) !== undefined);
  const kept = filter === "all" ? rows : troubled;
  const { rows: page, page: at, pages } = pageOf(kept, wantedPage);
  const size = sizeWithin(canvas, SIDES[tileSize]);
  useEffect(() => showPage(page, size));

  const shown = page.find(({ view }) => sameSampleView(view, sampleView));
  const reachable = page.find(({ view }) => sampleViewKey(view) === focused) ?? shown ?? page[0];
  const told = reachable && problemsOf(reachable);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the sheet shows other rows, not at each picture
  useEffect(() => {
    announce(`Contact sheet: ${kept.length} rows, page ${at + 1} of ${pages}.`);
  }, [filter, at, pages]);

  function show({ view, label }: NamedView) {
    store.setSampleView(view);
    announce(`The canvas shows ${label}.`);
  }

  function onKeyDown(event: KeyboardEvent) {
    const tiles = [...(list.current?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
    const here = tiles.findIndex((tile) => tile.contains(event.currentTarget.ownerDocument.activeElement));
    if (here === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "PageDown" || event.key === "PageUp") {
      event.preventDefault();
      setPage(at + (event.key === "PageDown" ? 1 : -1));
      return;
    }
    const columns = tiles.filter((tile) => tile.offsetTop === tiles[0]?.offsetTop).length;
    const next = tileBeside(here, event.key, columns, tiles.length);
    if (next === here) return;
    event.preventDefault();
    tiles[next]?.focus();
  }

  return (
    <section
      aria-label="Contact sheet"
      data-painted={painted()}
      className="absolute inset-0 z-20 flex flex-col bg-bg"
    >
      <ContactToolbar
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setPage(0);
        }}
        withProblems={troubled.length}
        allChecked={allChecked}
        size={tileSize}
        onSize={setTileSize}
        page={at}
        pages={pages}
        onPage={setPage}
        onClose={close}
      />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-3">
        <div
          ref={list}
          role="listbox"
          aria-label="Rows"
          tabIndex={-1}
          onKeyDown={onKeyDown}
          className="flex flex-wrap justify-center gap-2 outline-none"
        >
          {page.map((row) => (
            <ContactTile
              key={sampleViewKey(row.view)}
              name={row.label}
              size={size}
              tile={tileOf(row)}
              problems={problemsOf(row)}
              shown={row === shown}
              reachable={row === reachable}
              onFocus={() => setFocused(sampleViewKey(row.view))}
              onShow={() => show(row)}
              onOpen={() => {
                show(row);
                close();
              }}
            />
          ))}
        </div>
        {page.length === 0 ? (
          <p className="py-16 text-center text-muted text-sm">
            {allChecked ? "No row has a problem." : "Looking at the rows…"}
          </p>
        ) : null}
      </div>
      <footer className="flex min-h-8 items-center gap-2 border-t bg-panel px-3 py-1 text-xs">
        <span className="shrink-0 font-medium">{reachable?.label}</span>
        <span className="min-w-0 flex-1 text-muted">
          {told === undefined ? "" : told.map(({ message }) => message).join(" ") || "Everything fits."}
        </span>
        <span className="hidden shrink-0 text-faint lg:inline">
          Click shows a row on the canvas, double click opens it there.
        </span>
      </footer>
    </section>
  );
}

/** The size of the canvas drawn with its longer side this long; whole px, so that pictures are sharp. */
function sizeWithin({ width, height }: Size, side: number): Size {
  const scale = side / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
