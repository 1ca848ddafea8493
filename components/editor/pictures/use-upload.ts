"use client";

import { useCallback } from "react";
import { toast } from "sonner";
import { useEditor } from "../editor-context";
import { sentenceFor } from "../server-calls";
import { type Asset, uploadAsset } from "./assets";

/** Uploads with its progress in a toast; null when it was refused, which the toast then says why. */
export function useUpload(): (file: File) => Promise<Asset | null> {
  const { workspace, announce } = useEditor();
  return useCallback(
    async (file) => {
      const id = toast.loading(`Uploading ${file.name || "picture"}`);
      try {
        const asset = await uploadAsset(workspace.slug, file, (share) => {
          toast.loading(`Uploading ${file.name || "picture"}`, {
            id,
            description: `${Math.round(share * 100)} %`,
          });
        });
        toast.dismiss(id);
        announce(`${asset.name} is uploaded.`);
        return asset;
      } catch (error) {
        toast.error("The picture was not uploaded", {
          id,
          description: sentenceFor(error),
          duration: 10_000,
        });
        return null;
      }
    },
    [workspace.slug, announce],
  );
}
