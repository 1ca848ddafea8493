"use client";

import { useCallback } from "react";
import { toast } from "sonner";
import { type PictureItem, uploadPicture } from "@/components/api/pictures";
import { useEditor } from "../editor-context";
import { sentenceFor } from "../server-calls";

/** Toasts that say what an earlier attempt failed of. */
const failures = new Set<string | number>();

/**
 * Uploads with its progress in a toast; null when it was refused. Why is told to `onRefused`, or else said in a toast
 * that goes once a later upload has come through.
 */
export function useUpload(): (
  file: File,
  onRefused?: (sentence: string) => void,
) => Promise<PictureItem | null> {
  const { workspace, announce } = useEditor();
  return useCallback(
    async (file, onRefused) => {
      const earlier = [...failures];
      const id = toast.loading(`Uploading ${file.name || "picture"}`);
      try {
        const asset = await uploadPicture(workspace.slug, file, (share) => {
          toast.loading(`Uploading ${file.name || "picture"}`, {
            id,
            description: `${Math.round(share * 100)} %`,
          });
        });
        for (const each of [id, ...earlier]) toast.dismiss(each);
        for (const each of earlier) failures.delete(each);
        announce(`${asset.name} is uploaded.`);
        return asset;
      } catch (error) {
        if (onRefused) {
          toast.dismiss(id);
          onRefused(sentenceFor(error));
          return null;
        }
        toast.error(`${file.name || "The picture"} was not uploaded`, {
          id,
          description: sentenceFor(error),
          duration: 10_000,
        });
        // Pictures dropped together follow each other at once: what one of them failed of stands though the next succeeds.
        setTimeout(() => failures.add(id));
        return null;
      }
    },
    [workspace.slug, announce],
  );
}
