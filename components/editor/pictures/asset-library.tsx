"use client";

import { useState } from "react";
import type { PictureItem } from "@/components/api/pictures";
import { PicturePicker } from "@/components/pictures/picture-picker";
import { UploadButton } from "@/components/pictures/upload-button";
import type { BrandLogo } from "@/lib/template/brand";
import { BrandLogos } from "../brand/brand-logos";
import { useEditor } from "../editor-context";
import { useUpload } from "./use-upload";

export type AssetLibraryProps = {
  value: string | null;
  onPick: (picture: PictureItem) => void;
  /** Takes a logo of the brand kit, which stand first; left out where none can be followed. */
  onPickLogo?: ((logo: BrandLogo) => void) | undefined;
};

/** The workspace's pictures and the kit's logos to choose from, with an upload button. */
export function AssetLibrary({ value, onPick, onPickLogo }: AssetLibraryProps) {
  const { workspace } = useEditor();
  const upload = useUpload();
  const [refusal, setRefusal] = useState("");

  async function onUpload(file: File) {
    setRefusal("");
    const picture = await upload(file, setRefusal);
    if (picture) onPick(picture);
  }

  return (
    <div className="grid gap-2.5">
      {onPickLogo ? <BrandLogos value={value} onPick={onPickLogo} /> : null}
      <UploadButton
        label="Upload picture"
        size="small"
        className="w-full"
        onFiles={([file]) => file && void onUpload(file)}
      />
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <p className="rounded-md bg-danger-soft px-2.5 py-1.5 text-danger-text text-xs">
            <span className="block font-medium">The picture was not uploaded</span>
            {refusal}
          </p>
        ) : null}
      </div>
      <PicturePicker
        workspace={workspace.slug}
        label="Pictures of this workspace"
        searchLabel="Search pictures"
        tileLabel={({ name, width, height }) => `${name}, ${width} × ${height}`}
        value={value}
        empty="No pictures yet. Upload one, or drop one on the canvas."
        className="max-h-72 grid-cols-3"
        onPick={onPick}
      />
    </div>
  );
}
