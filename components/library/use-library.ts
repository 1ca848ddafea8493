"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  changePicture,
  deletePictures,
  EVERYTHING,
  listPictures,
  listPictureTags,
  type PictureFilter,
  type PictureItem,
  type PictureTag,
  renamePictureTag,
  restorePictures,
  tagPictures,
} from "../api/pictures";

/** How long a change can be undone, ms; pointing at the toast stops the count. */
export const UNDO_FOR = 20_000;
/** Quiet time before a search begins, ms. */
const PAUSE = 250;

export type Library = {
  filter: PictureFilter;
  setFilter: (change: Partial<PictureFilter>) => void;
  /** null while the first page is on its way. */
  pictures: readonly PictureItem[] | null;
  more: boolean;
  failed: string | null;
  loadMore: () => void;
  /** Asks for the first page and the tags anew. */
  refresh: () => void;
  tags: readonly PictureTag[];
  change: (picture: PictureItem, change: { name?: string; tags?: string[] }) => Promise<void>;
  remove: (pictures: readonly PictureItem[]) => Promise<void>;
  restore: (ids: readonly string[]) => Promise<void>;
  tag: (ids: readonly string[], tag: string, on: boolean) => Promise<void>;
  renameTag: (from: string, to: string | null) => Promise<void>;
};

/** The pictures on the screen, and what is done to them; refusals are said in a toast and change nothing. */
export function useLibrary(workspace: string): Library {
  const [filter, setFilter] = useState(EVERYTHING);
  const [pictures, setPictures] = useState<readonly PictureItem[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [tags, setTags] = useState<readonly PictureTag[]>([]);
  const asked = useRef(0);

  const load = useCallback(
    async (from: { cursor: string; known: readonly PictureItem[] } | null) => {
      asked.current += 1;
      const mine = asked.current;
      try {
        const page = await listPictures(workspace, filter, from?.cursor ?? null);
        // An answer that a later question has overtaken is nobody's any more.
        if (mine !== asked.current) return;
        const known = from?.known ?? [];
        const ids = new Set(known.map(({ id }) => id));
        setPictures([...known, ...page.assets.filter(({ id }) => !ids.has(id))]);
        setCursor(page.nextCursor);
        setFailed(null);
      } catch (error) {
        if (mine === asked.current) setFailed(sentenceOf(error));
      }
    },
    [workspace, filter],
  );

  const loadTags = useCallback(() => listPictureTags(workspace).then(setTags, () => undefined), [workspace]);

  useEffect(() => {
    const timer = setTimeout(() => void load(null), filter.search === "" ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [load, filter.search]);
  useEffect(() => void loadTags(), [loadTags]);

  const refresh = () => {
    void load(null);
    void loadTags();
  };

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
    filter,
    setFilter: (change) => setFilter((before) => ({ ...before, ...change })),
    pictures,
    more: cursor !== null,
    failed,
    loadMore: () => void (cursor !== null && pictures !== null && load({ cursor, known: pictures })),
    refresh,
    tags,
    change: async (picture, change) => {
      const replace = (item: PictureItem) =>
        setPictures((all) => all?.map((each) => (each.id === item.id ? item : each)) ?? null);
      await attempt(async () => replace(await changePicture(workspace, picture.id, change)));
    },
    remove: async (gone) => {
      const ids = gone.map(({ id }) => id);
      if (!(await attempt(() => deletePictures(workspace, ids)))) return;
      const what =
        gone.length === 1 ? `“${gone[0]?.name}” was deleted` : `${gone.length} pictures were deleted`;
      toast(what, {
        description: "Designs and links that show it go on showing it.",
        duration: UNDO_FOR,
        action: { label: "Undo", onClick: () => void restore(ids) },
      });
    },
    restore,
    tag: async (ids, tag, on) => {
      await attempt(() => tagPictures(workspace, ids, tag, on));
    },
    renameTag: async (from, to) => {
      const done = await attempt(() => renamePictureTag(workspace, from, to));
      if (done)
        setFilter((before) => ({
          ...before,
          tags: [...new Set(before.tags.flatMap((tag) => (tag === from ? (to ?? []) : tag)))],
        }));
    },
  };
}
