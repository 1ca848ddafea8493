"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  changePicture,
  deletePictures,
  type PictureItem,
  type PictureTag,
  renamePictureTag,
  restorePictures,
  tagPictures,
} from "../api/pictures";
import { usePictureTags } from "../pictures/use-picture-tags";
import { type Pictures, usePictures } from "../pictures/use-pictures";
import { toastWithUndo } from "../ui/toast-with-undo";

export type Library = {
  list: Pictures;
  /** Asks for what is shown and the tags anew. */
  refresh: () => void;
  tags: readonly PictureTag[];
  /** The picture whose details are shown; it stays open though a change takes it out of the list. */
  opened: PictureItem | null;
  open: (picture: PictureItem | null) => void;
  rename: (picture: PictureItem, name: string) => Promise<void>;
  remove: (pictures: readonly PictureItem[]) => Promise<void>;
  restore: (ids: readonly string[]) => Promise<void>;
  tag: (ids: readonly string[], tag: string, on: boolean) => Promise<void>;
  renameTag: (from: string, to: string | null) => Promise<void>;
};

/** The pictures on the screen, and what is done to them; refusals are said in a toast and change nothing. */
export function useLibrary(workspace: string): Library {
  const list = usePictures(workspace);
  const { tags, reload: reloadTags } = usePictureTags(workspace);
  const [held, setHeld] = useState<PictureItem | null>(null);
  /** Tags are set one after the other: two typed quickly keep their order. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const refresh = () => {
    void list.reload();
    void reloadTags();
  };

  /** Shows a change at once, on the open picture too: after a change the list may be without it. */
  function update(ids: readonly string[], change: (picture: PictureItem) => PictureItem) {
    list.update(ids, change);
    setHeld((picture) => (picture && ids.includes(picture.id) ? change(picture) : picture));
  }

  async function attempt(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      toast.error("Nothing was changed", { description: sentenceOf(error) });
      return false;
    } finally {
      refresh();
    }
  }

  const restore = async (ids: readonly string[]) => {
    const done = await attempt(() => restorePictures(workspace, ids));
    if (done) toast.success(ids.length === 1 ? "The picture is back" : `${ids.length} pictures are back`);
  };

  return {
    list,
    refresh,
    tags,
    opened: list.pictures?.find(({ id }) => id === held?.id) ?? held,
    open: setHeld,
    rename: async ({ id }, name) => {
      await attempt(async () => {
        const changed = await changePicture(workspace, id, { name });
        update([id], () => changed);
      });
    },
    remove: async (gone) => {
      const ids = gone.map(({ id }) => id);
      if (!(await attempt(() => deletePictures(workspace, ids)))) return;
      const what =
        gone.length === 1 ? `“${gone[0]?.name}” was deleted` : `${gone.length} pictures were deleted`;
      toastWithUndo(what, () => void restore(ids), {
        description: "Designs and links that show it go on showing it.",
      });
    },
    restore,
    tag: async (ids, tag, on) => {
      const deed = async () => {
        const { changed } = await tagPictures(workspace, ids, tag, on);
        // One that has it, in other letters maybe, or has as many as it can, stays as it is.
        if (changed > 0)
          update(ids, (picture) => ({
            ...picture,
            tags: [...picture.tags.filter((each) => each !== tag), ...(on ? [tag] : [])],
          }));
      };
      const mine = turn.current.then(() => attempt(deed));
      turn.current = mine;
      await mine;
    },
    renameTag: async (from, to) => {
      const done = await attempt(() => renamePictureTag(workspace, from, to));
      if (!done) return;
      list.setFilter((filter) => ({
        tags: [...new Set(filter.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag)))],
      }));
    },
  };
}
