"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { listPictureTags, type PictureTag } from "../api/pictures";

export type PictureTags = { tags: readonly PictureTag[]; reload: () => Promise<void> };

/** The tags of the workspace's pictures. Without them lists are still searched by tags, so a failure is not said. */
export function usePictureTags(workspace: string): PictureTags {
  const [tags, setTags] = useState<readonly PictureTag[]>([]);
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const found = await listPictureTags(workspace).catch(() => null);
    if (found !== null && mine === asked.current) setTags(found);
  }, [workspace]);
  useEffect(() => {
    void reload();
    return () => {
      asked.current += 1;
    };
  }, [reload]);
  return { tags, reload };
}
