"use client";

import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { listPictures } from "../api/pictures";
import { createPictureList, type PictureListDeeds, type PictureListState } from "./picture-list";

export type Pictures = PictureListState & PictureListDeeds;

/** The workspace's pictures, for a screen that lists them; asked for when it opens. */
export function usePictures(workspace: string): Pictures {
  const list = useMemo(
    () => createPictureList((filter, cursor) => listPictures(workspace, filter, cursor)),
    [workspace],
  );
  useEffect(() => {
    void list.reload();
    return list.stop;
  }, [list]);
  const { state, stop, ...deeds } = list;
  return { ...useStore(state), ...deeds };
}
