"use client";

import { Ellipsis, Eraser } from "lucide-react";
import { useState } from "react";
import { type PictureFilter, type PictureTag, SORTS } from "../api/pictures";
import { TagChips } from "../pictures/tag-chips";
import { InlineName } from "../ui/inline-name";
import { MenuItem } from "../ui/menu";
import { MoreMenu } from "../ui/more-menu";
import { SearchInput } from "../ui/search-input";
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
  return (
    <div className="mb-5 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          aria-label="Search images"
          placeholder="Search names and tags"
          value={filter.search}
          onChange={(event) => onFilter({ search: event.target.value })}
          className="w-full sm:w-64"
        />
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
      <TagChips
        tags={tags}
        chosen={filter.tags}
        onChosen={(chosen) => onFilter({ tags: chosen })}
        className="gap-1.5"
        {...(onRenameTag
          ? {
              instead: (tag: string) =>
                renaming === tag ? (
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
                ) : null,
              menu: (tag: string) => (
                <TagMenu tag={tag} onRename={setRenaming} onRemove={() => onRenameTag(tag, null)} />
              ),
            }
          : {})}
      />
    </div>
  );
}

type TagMenuProps = { tag: string; onRename: (tag: string) => void; onRemove: () => void };

function TagMenu({ tag, onRename, onRemove }: TagMenuProps) {
  return (
    <MoreMenu
      name={tag}
      onRename={() => onRename(tag)}
      renameWords="Rename on all images"
      trigger={
        <button
          type="button"
          aria-label={`More for the tag ${tag}`}
          className="-ml-px grid h-7 w-6 place-items-center rounded-r-full bg-panel text-faint ring-1 ring-line-strong ring-inset hover:bg-hover data-[state=open]:bg-active"
        >
          <Ellipsis aria-hidden className="size-3.5" />
        </button>
      }
    >
      <MenuItem danger icon={<Eraser aria-hidden />} onSelect={onRemove}>
        Take from all images
      </MenuItem>
    </MoreMenu>
  );
}
