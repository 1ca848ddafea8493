"use client";

import { Tag, Trash2, Undo2, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { TagInput } from "./tag-input";

export type SelectionBarProps = {
  count: number;
  /** Tags that all of the selected pictures have. */
  tags: readonly string[];
  known: readonly string[];
  deleted: boolean;
  onTag: (tag: string, on: boolean) => void;
  onDelete: () => void;
  onRestore: () => void;
  onClear: () => void;
};

/** What can be done with all selected pictures at once. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, tags, known, deleted, onTag, onDelete, onRestore, onClear } = props;
  const [open, setOpen] = useState(false);
  return (
    <section
      aria-label="Selected images"
      className="sticky bottom-4 z-10 mx-auto mt-6 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg bg-raised px-3 py-2 shadow-pop"
    >
      <span role="status" className="figures font-medium text-sm">
        {count} selected
      </span>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button size="small" icon={<Tag aria-hidden className="size-3.5" />}>
            Tags
          </Button>
        </PopoverTrigger>
        <PopoverContent side="top" aria-label="Tags of the selected images" className="w-64">
          <TagInput
            label="Tags that all of them have"
            tags={tags}
            known={known}
            onAdd={(tag) => onTag(tag, true)}
            onRemove={(tag) => onTag(tag, false)}
          />
        </PopoverContent>
      </Popover>
      {deleted ? (
        <Button size="small" icon={<Undo2 aria-hidden className="size-3.5" />} onClick={onRestore}>
          Bring back
        </Button>
      ) : (
        <Button size="small" icon={<Trash2 aria-hidden className="size-3.5" />} onClick={onDelete}>
          Delete
        </Button>
      )}
      <IconButton label="Select nothing" onClick={onClear}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </section>
  );
}
