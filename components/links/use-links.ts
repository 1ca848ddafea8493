"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  changeLink,
  deleteLink,
  type LinkChange,
  type LinkItem,
  type LinkPage,
  loadLinks,
  restoreLink,
} from "../api/links";
import { toastWithUndo } from "../ui/toast-with-undo";
import { linkName } from "./link-words";

export type LinkList = {
  links: readonly LinkItem[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => Promise<void>;
  /** Puts a link in front that was made on the page. */
  add: (link: LinkItem) => void;
  /** Shows at once; what the server refuses is taken back, and thrown. */
  change: (link: LinkItem, change: LinkChange) => Promise<void>;
  /** Pauses or resumes at once, and offers to undo it. */
  setPaused: (link: LinkItem, paused: boolean) => Promise<void>;
  /** Deletes at once, and offers to undo it. */
  remove: (link: LinkItem) => Promise<void>;
};

/** The links on the screen, and what is done to them. */
export function useLinks(workspace: string, search: string, firstPage: LinkPage): LinkList {
  const [seen, setSeen] = useState(firstPage);
  const [links, setLinks] = useState<readonly LinkItem[]>(firstPage.links);
  const [cursor, setCursor] = useState(firstPage.nextCursor);
  const [loadingMore, setLoadingMore] = useState(false);
  /** The latest search; a page that answers an older one is not shown. */
  const shown = useRef(firstPage);
  shown.current = firstPage;

  // Another search, or a refreshed page, brings the list anew.
  if (seen !== firstPage) {
    setSeen(firstPage);
    setLinks(firstPage.links);
    setCursor(firstPage.nextCursor);
  }

  const replace = (link: LinkItem) =>
    setLinks((list) => list.map((each) => (each.id === link.id ? link : each)));
  const insert = (link: LinkItem, index: number) =>
    setLinks((list) => list.filter(({ id }) => id !== link.id).toSpliced(index, 0, link));

  async function change(link: LinkItem, wanted: LinkChange) {
    replace(changed(link, wanted));
    try {
      replace(await changeLink(workspace, link.id, wanted));
    } catch (error) {
      replace(link);
      throw error;
    }
  }

  async function setPaused(link: LinkItem, paused: boolean, undoable = true) {
    try {
      await change(link, { paused });
    } catch (error) {
      toast.error(sentenceOf(error));
      return;
    }
    const words = `“${linkName(link)}” ${paused ? "is paused" : "is live again"}`;
    if (!undoable) return void toast(words);
    toastWithUndo(words, () => void setPaused(changed(link, { paused }), !paused, false), {
      ...(paused ? { description: "It shows its picture without values within seconds." } : {}),
    });
  }

  async function restore(link: LinkItem, index: number) {
    try {
      insert(await restoreLink(workspace, link.id), index);
      toast(`“${linkName(link)}” is back`);
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return {
    links,
    hasMore: cursor !== null,
    loadingMore,
    change,
    setPaused,
    add: (link) => insert(link, 0),

    async loadMore() {
      setLoadingMore(true);
      try {
        const page = await loadLinks(workspace, { search, cursor });
        if (shown.current === firstPage) {
          setLinks((list) => {
            const known = new Set(list.map(({ id }) => id));
            return [...list, ...page.links.filter(({ id }) => !known.has(id))];
          });
          setCursor(page.nextCursor);
        }
      } catch (error) {
        toast.error(sentenceOf(error));
      }
      setLoadingMore(false);
    },

    async remove(link) {
      const index = links.findIndex(({ id }) => id === link.id);
      setLinks((list) => list.filter(({ id }) => id !== link.id));
      try {
        await deleteLink(workspace, link.id);
        toastWithUndo(`“${linkName(link)}” was deleted`, () => void restore(link, index), {
          description: "Its address shows a neutral picture within seconds.",
        });
      } catch (error) {
        insert(link, index);
        toast.error(sentenceOf(error));
      }
    },
  };
}

/** A link as it will be once the server has taken a change. */
function changed(link: LinkItem, { paused, expiresAt, allowedImageHosts, ...rest }: LinkChange): LinkItem {
  return {
    ...link,
    ...rest,
    ...(paused === undefined ? {} : { pausedAt: paused ? new Date() : null }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
    ...(allowedImageHosts === undefined ? {} : { allowedImageHosts: [...allowedImageHosts] }),
  };
}
