"use client";

import { type PictureItem, pictureAddress } from "../api/pictures";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { SearchInput } from "../ui/search-input";
import { Skeleton } from "../ui/skeleton";
import { PictureTiles } from "./picture-tiles";
import { TagChips } from "./tag-chips";
import { usePictureTags } from "./use-picture-tags";
import { usePictures } from "./use-pictures";

export type PicturePickerProps = {
  workspace: string;
  /** What the list is called. */
  label: string;
  searchLabel: string;
  /** What a picture's button is called. */
  tileLabel: (picture: PictureItem) => string;
  /** The picture in use, which is marked; left out where none can be. */
  value?: string | null;
  /** A picture that is no choice here. */
  without?: string;
  /** Said where there is none at all. */
  empty: string;
  disabled?: boolean;
  /** Columns and height of the grid. */
  className: string;
  onPick: (picture: PictureItem) => void;
};

/** The workspace's pictures, newest first, to choose one of: searched by name and tag, a page at a time. */
export function PicturePicker(props: PicturePickerProps) {
  const { workspace, label, searchLabel, tileLabel, value, without, empty, disabled, className, onPick } =
    props;
  const { filter, setFilter, pictures, more, loading, failed, loadMore, retry } = usePictures(workspace);
  const { tags } = usePictureTags(workspace);
  const isFiltered = filter.search.trim() !== "" || filter.tags.length > 0;
  const shown = pictures?.filter(({ id }) => id !== without) ?? [];
  // What was found by other words says nothing about all pictures.
  const isAnswered = pictures !== null && failed === null && (!loading || isFiltered);
  const isEmpty = isAnswered && shown.length === 0 && !more;
  return (
    <div className="grid gap-2.5">
      <SearchInput
        size="small"
        aria-label={searchLabel}
        placeholder="Search names and tags"
        value={filter.search}
        onChange={(event) => setFilter({ search: event.target.value })}
      />
      <TagChips
        dense
        tags={tags}
        chosen={filter.tags}
        onChosen={(chosen) => setFilter({ tags: chosen })}
        className="max-h-16 gap-1 overflow-y-auto p-0.5"
      />
      <PictureTiles
        label={label}
        disabled={disabled ?? false}
        className={className}
        tiles={shown.map((picture) => ({
          key: picture.id,
          label: tileLabel(picture),
          name: picture.name,
          src: pictureAddress(workspace, picture.id),
          ...(value === undefined ? {} : { pressed: picture.id === value }),
          onPick: () => onPick(picture),
        }))}
      >
        {pictures === null && failed === null
          ? ["a", "b", "c"].map((key) => (
              <li key={key}>
                <Skeleton className="aspect-square" />
              </li>
            ))
          : null}
      </PictureTiles>
      <p role="status" className={classNames("text-muted text-xs", !isEmpty && "sr-only")}>
        {isEmpty
          ? isFiltered
            ? "No picture is like that. Try another word or fewer tags."
            : empty
          : pictures === null
            ? ""
            : `${shown.length}${more ? " and more" : ""} ${shown.length === 1 ? "picture" : "pictures"}`}
      </p>
      {failed === null ? null : (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-danger-text text-xs">
          {failed}
          <Button size="small" busy={loading} onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      {more && failed === null ? (
        <Button size="small" variant="ghost" busy={loading} onClick={loadMore}>
          Show more
        </Button>
      ) : null}
    </div>
  );
}
