"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { BrandItem, BrandList } from "@/lib/template/brand";
import { changeBrandItem, moveBrandItem, removeBrandItem } from "@/lib/template/brand-commands";
import { LIMITS } from "@/lib/template/limits";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { undoToast } from "../ui/undo-toast";
import { KIND_WORDS, type KitEdit } from "./use-kit";

export type BrandRowProps = {
  list: BrandList;
  item: BrandItem;
  index: number;
  count: number;
  edit: KitEdit;
  canEdit: boolean;
  /** What the value looks like, before its name. */
  preview: ReactNode;
  /** What changes the value, after its name. */
  children?: ReactNode;
};

/** One value of the kit: what it looks like, its name, what changes it, its place in the list. */
export function BrandRow({ list, item, index, count, edit, canEdit, preview, children }: BrandRowProps) {
  const kind = KIND_WORDS[list];
  const { store } = edit;

  function remove(button: HTMLElement) {
    const next = nextFocus(button);
    if (!store.change(`Delete ${kind.toLowerCase()}`, (kit) => removeBrandItem(kit, item.id))) return;
    next?.focus();
    undoToast(`“${item.name}” was deleted`, {
      store: store.state,
      made: ({ lastStep }) => lastStep,
      undo: store.undo,
      description: "Designs that use it keep what they show.",
    });
  }

  // A button that is disabled would drop the focus as soon as the value has come to the end of its list.
  const arrow = (label: string, to: number, icon: ReactNode) => {
    const isPossible = to >= 0 && to < count;
    return (
      <IconButton
        label={label}
        aria-disabled={!isPossible || undefined}
        className="aria-disabled:pointer-events-none aria-disabled:opacity-40"
        onClick={() => isPossible && store.change("Order", (kit) => moveBrandItem(kit, item.id, to))}
      >
        {icon}
      </IconButton>
    );
  };

  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      {preview}
      {canEdit ? (
        <NameInput
          key={item.name}
          kind={kind}
          name={item.name}
          isNew={edit.added === item.id}
          onSettled={() => edit.onAdded(null)}
          onName={(name) =>
            store.change(`Rename ${kind.toLowerCase()}`, (kit) => changeBrandItem(kit, item.id, { name }))
          }
        />
      ) : (
        <span className="min-w-0 flex-1 truncate text-sm" title={item.name}>
          {item.name}
        </span>
      )}
      {children}
      {canEdit ? (
        <span className="ml-auto flex shrink-0">
          {arrow(`Move ${item.name} up`, index - 1, <ArrowUp aria-hidden className="size-4" />)}
          {arrow(`Move ${item.name} down`, index + 1, <ArrowDown aria-hidden className="size-4" />)}
          <IconButton label={`Delete ${item.name}`} onClick={(event) => remove(event.currentTarget)}>
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </span>
      ) : null}
    </li>
  );
}

/** Where the focus goes when a row goes: to the same button of its neighbour, or to what adds another. */
function nextFocus(button: HTMLElement): HTMLElement | undefined {
  const row = button.closest("li");
  const near = row?.nextElementSibling ?? row?.previousElementSibling ?? button.closest("section");
  return [...(near?.querySelectorAll("button") ?? [])].at(-1);
}

type NameInputProps = {
  kind: string;
  name: string;
  isNew: boolean;
  onSettled: () => void;
  onName: (name: string) => void;
};

/** A name that is always ready to be typed: Enter or leaving keeps it, Escape or an empty one does not. */
function NameInput({ kind, name, isNew, onSettled, onName }: NameInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isNew) return;
    input.current?.focus();
    input.current?.select();
  }, [isNew]);

  return (
    <Input
      ref={input}
      aria-label={`${kind} name: ${name}`}
      defaultValue={name}
      maxLength={LIMITS.name}
      size="small"
      className="min-w-16 flex-1 bg-transparent not-focus-visible:ring-transparent not-focus-visible:hover:ring-field-line"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") event.currentTarget.value = name;
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
      }}
      onBlur={(event) => {
        onSettled();
        const typed = event.currentTarget.value.trim();
        if (typed === "") event.currentTarget.value = name;
        else if (typed !== name) onName(typed);
      }}
    />
  );
}
