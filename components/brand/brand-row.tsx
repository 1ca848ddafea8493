"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { BrandItem, BrandList } from "@/lib/template/brand";
import { changeBrandItem, moveBrandItem, removeBrandItem } from "@/lib/template/brand-commands";
import { LIMITS } from "@/lib/template/limits";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { toastWithUndo } from "../ui/toast-with-undo";
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

  function remove() {
    if (!store.change(`Delete ${kind.toLowerCase()}`, (kit) => removeBrandItem(kit, item.id))) return;
    toastWithUndo(`“${item.name}” was deleted`, store.undo, {
      description: "Designs that use it keep what they show.",
    });
  }

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
          <IconButton
            label={`Move ${item.name} up`}
            disabled={index === 0}
            onClick={() => store.change("Order", (kit) => moveBrandItem(kit, item.id, index - 1))}
          >
            <ArrowUp aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label={`Move ${item.name} down`}
            disabled={index === count - 1}
            onClick={() => store.change("Order", (kit) => moveBrandItem(kit, item.id, index + 1))}
          >
            <ArrowDown aria-hidden className="size-4" />
          </IconButton>
          <IconButton label={`Delete ${item.name}`} onClick={remove}>
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </span>
      ) : null}
    </li>
  );
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
