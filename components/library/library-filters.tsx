"use client";

import { Check, Ellipsis, Search } from "lucide-react";
import { useState } from "react";
import { type PictureFilter, type PictureTag, SORTS } from "../api/pictures";
import { classNames } from "../ui/class-names";
import { InlineName } from "../ui/inline-name";
import { Input } from "../ui/input";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../ui/menu";
import { SegmentedControl } from "../ui/segmented-control";
import { Select } from "../ui/select";

export type LibraryFiltersProps = {
  filter: PictureFilter;
  onFilter: (change: Partial<PictureFilter>) => void;
  tags: readonly PictureTag[];
  /** null for those who may only look. */
  onRenameTag: ((from: string, to: string | null) => void) | null;
};

/** Search, order, tags, and the deleted pictures. */
export function LibraryFilters({ filter, onFilter, tags, onRenameTag }: LibraryFiltersProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const toggle = (tag: string) =>
    onFilter({
      tags: filter.tags.includes(tag) ? filter.tags.filter((each) => each !== tag) : [...filter.tags, tag],
    });
  return (
    <div className="mb-5 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="relative w-full sm:w-64">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-faint" />
          <Input
            type="search"
            aria-label="Search images"
            placeholder="Search names and tags"
            value={filter.search}
            maxLength={120}
            onChange={(event) => onFilter({ search: event.target.value })}
            className="pl-8"
          />
        </div>
        <Select
          aria-label="Order"
          className="w-40!"
          value={filter.sort}
          onValueChange={(value) => {
            const sort = SORTS.find((each) => each.value === value);
            if (sort) onFilter({ sort: sort.value });
          }}
          options={SORTS}
        />
        <SegmentedControl
          label="Which images"
          size="medium"
          value={filter.deleted ? "deleted" : "kept"}
          onValueChange={(value) => onFilter({ deleted: value === "deleted" })}
          segments={[
            { value: "kept", label: "Library" },
            { value: "deleted", label: "Deleted" },
          ]}
        />
      </div>
      {tags.length === 0 ? null : (
        <ul aria-label="Tags" className="flex flex-wrap items-center gap-1.5">
          {tags.map(({ tag, pictures }) => (
            <li key={tag} className="flex items-center">
              {renaming === tag && onRenameTag ? (
                <InlineName
                  label={`New name of the tag ${tag}`}
                  name={tag}
                  longest={40}
                  dense
                  onCancel={() => setRenaming(null)}
                  onDone={(name) => {
                    setRenaming(null);
                    onRenameTag(tag, name);
                  }}
                />
              ) : (
                <>
                  <button
                    type="button"
                    aria-pressed={filter.tags.includes(tag)}
                    onClick={() => toggle(tag)}
                    className={classNames(
                      "flex h-7 items-center gap-1.5 bg-panel px-2.5 text-xs ring-1 ring-line-strong ring-inset hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text",
                      onRenameTag ? "rounded-l-full" : "rounded-full",
                    )}
                  >
                    {filter.tags.includes(tag) ? <Check aria-hidden className="size-3" /> : null}
                    {tag}
                    <span className="figures text-faint">{pictures}</span>
                  </button>
                  {onRenameTag ? (
                    <TagMenu tag={tag} onRename={setRenaming} onRemove={() => onRenameTag(tag, null)} />
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TagMenu({
  tag,
  onRename,
  onRemove,
}: {
  tag: string;
  onRename: (tag: string) => void;
  onRemove: () => void;
}) {
  const [renameNext, setRenameNext] = useState(false);
  return (
    <Menu>
      <MenuTrigger
        aria-label={`More for the tag ${tag}`}
        className="-ml-px grid h-7 w-6 place-items-center rounded-r-full bg-panel text-faint ring-1 ring-line-strong ring-inset hover:bg-hover data-[state=open]:bg-active"
      >
        <Ellipsis aria-hidden className="size-3.5" />
      </MenuTrigger>
      <MenuContent
        onCloseAutoFocus={(event) => {
          // The menu hands the focus back when it closes; the name field may take it only then.
          if (!renameNext) return;
          event.preventDefault();
          setRenameNext(false);
          onRename(tag);
        }}
      >
        <MenuItem onSelect={() => setRenameNext(true)}>Rename on all images</MenuItem>
        <MenuItem danger onSelect={onRemove}>
          Take from all images
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
