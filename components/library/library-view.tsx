"use client";

import { ImageIcon } from "lucide-react";
import { type DragEvent, useState } from "react";
import { type PictureItem, SORTS } from "../api/pictures";
import { UploadButton } from "../pictures/upload-button";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { LibraryFilters } from "./library-filters";
import { PictureCard } from "./picture-card";
import { PictureDetails } from "./picture-details";
import { ReplacePicture } from "./replace-picture";
import { SelectionBar } from "./selection-bar";
import { UploadList } from "./upload-list";
import { useLibrary } from "./use-library";
import { useUploads } from "./use-uploads";

const GRID = "grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-4";

/** The workspace's images: upload, find, tag, see where each is used, replace and delete. */
export function LibraryView({ workspace, canEdit }: { workspace: string; canEdit: boolean }) {
  const library = useLibrary(workspace);
  const uploads = useUploads(workspace, library.refresh);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const [replacing, setReplacing] = useState<PictureItem | null>(null);
  const { list } = library;
  const pictures = list.pictures ?? [];
  const chosen = pictures.filter(({ id }) => selected.has(id));
  const { filter } = list;
  const isFiltered = filter.search.trim() !== "" || filter.tags.length > 0;

  function select(id: string, range: boolean) {
    const ids = pictures.map((picture) => picture.id);
    const [from, to] = [ids.indexOf(last ?? id), ids.indexOf(id)].sort((one, other) => one - other);
    const meant =
      range && from !== undefined && to !== undefined && from >= 0 ? ids.slice(from, to + 1) : [id];
    const on = !selected.has(id);
    setSelected(
      new Set(on ? [...selected, ...meant] : [...selected].filter((each) => !meant.includes(each))),
    );
    setLast(id);
  }

  function onDrop(event: DragEvent) {
    const files = [...event.dataTransfer.files];
    if (!canEdit || files.length === 0) return;
    event.preventDefault();
    void uploads.add(files);
  }

  return (
    <main
      className="min-h-full px-4 py-4 md:px-8 md:py-6"
      onDragOver={(event) => canEdit && event.preventDefault()}
      onDrop={onDrop}
    >
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-lg tracking-tight">Images</h1>
        {canEdit ? (
          <UploadButton
            label="Upload images"
            variant="primary"
            multiple
            onFiles={(files) => void uploads.add(files)}
          />
        ) : null}
      </div>
      <UploadList uploads={uploads} />
      <LibraryFilters
        filter={filter}
        onFilter={(change) => {
          setSelected(new Set());
          list.setFilter(change);
        }}
        tags={library.tags}
        onRenameTag={canEdit ? (from, to) => void library.renameTag(from, to) : null}
      />
      <p role="status" className="sr-only">
        {list.pictures === null
          ? ""
          : `${pictures.length}${list.more ? " and more" : ""} images, ${SORTS.find(({ value }) => value === filter.sort)?.label.toLowerCase()}`}
      </p>
      {list.failed === null ? null : (
        <div role="alert" className="mb-4 flex flex-wrap items-center gap-3 text-danger-text text-sm">
          {list.failed}
          <Button size="small" busy={list.loading} onClick={list.retry}>
            Try again
          </Button>
        </div>
      )}
      {list.pictures === null && list.failed === null ? (
        <div aria-busy="true" className={GRID}>
          {["a", "b", "c", "d", "e", "f"].map((key) => (
            <Skeleton key={key} className="aspect-square rounded-lg" />
          ))}
        </div>
      ) : null}
      <ul aria-label="Images" className={`${GRID} empty:hidden`}>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <PictureCard
              workspace={workspace}
              picture={picture}
              selected={selected.has(picture.id)}
              onSelect={canEdit ? (range) => select(picture.id, range) : null}
              onOpen={() => library.open(picture)}
            />
          </li>
        ))}
      </ul>
      {list.pictures?.length === 0 && (!list.loading || isFiltered) ? (
        <EmptyState
          icon={<ImageIcon aria-hidden />}
          title={
            filter.deleted ? "Nothing was deleted" : isFiltered ? "No image is like that" : "No images yet"
          }
          action={
            isFiltered ? (
              <Button onClick={() => list.setFilter({ search: "", tags: [] })}>Show all images</Button>
            ) : null
          }
        >
          {filter.deleted
            ? "What you delete stands here, and can be brought back."
            : isFiltered
              ? filter.tags.length > 0
                ? "Try another word or fewer tags."
                : "Try another word."
              : "Upload logos, photos and backgrounds, or drop them on this page. Every template can use them."}
        </EmptyState>
      ) : null}
      {list.more ? (
        <div className="mt-6 grid place-items-center">
          <Button busy={list.loading} onClick={list.loadMore}>
            Show more
          </Button>
        </div>
      ) : null}
      {chosen.length > 0 && canEdit ? (
        <SelectionBar
          count={chosen.length}
          tags={library.tags
            .map(({ tag }) => tag)
            .filter((tag) => chosen.every(({ tags }) => tags.includes(tag)))}
          known={library.tags.map(({ tag }) => tag)}
          deleted={filter.deleted}
          onTag={(tag, on) =>
            void library.tag(
              chosen.map(({ id }) => id),
              tag,
              on,
            )
          }
          onDelete={() => {
            setSelected(new Set());
            void library.remove(chosen);
          }}
          onRestore={() => {
            setSelected(new Set());
            void library.restore(chosen.map(({ id }) => id));
          }}
          onClear={() => setSelected(new Set())}
        />
      ) : null}
      <PictureDetails
        workspace={workspace}
        library={library}
        canEdit={canEdit}
        onReplace={(picture) => {
          library.open(null);
          setReplacing(picture);
        }}
      />
      <ReplacePicture
        workspace={workspace}
        picture={replacing}
        onClose={() => setReplacing(null)}
        onDone={library.refresh}
      />
    </main>
  );
}
