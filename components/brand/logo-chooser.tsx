"use client";

import { useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type PictureItem, uploadPicture } from "../api/pictures";
import { PicturePicker } from "../pictures/picture-picker";
import { UploadButton } from "../pictures/upload-button";
import { Dialog, DialogContent } from "../ui/dialog";
import { useIsOpen } from "../use-is-open";

export type LogoChooserProps = {
  workspace: string;
  open: boolean;
  /** The picture of the logo that is changed; null for a new one. */
  value: string | null;
  onPick: (picture: PictureItem) => void;
  onClose: () => void;
};

/** The workspace's pictures, and the way to upload another. */
export function LogoChooser({ open, onClose, ...rest }: LogoChooserProps) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent width="small" title="Choose a logo" className="grid content-start gap-3">
        <Pictures {...rest} />
      </DialogContent>
    </Dialog>
  );
}

function Pictures({ workspace, value, onPick }: Pick<LogoChooserProps, "workspace" | "value" | "onPick">) {
  const [refusal, setRefusal] = useState("");
  const [share, setShare] = useState<number | null>(null);
  const isOpen = useIsOpen();

  async function upload(file: File) {
    setShare(0);
    setRefusal("");
    try {
      const picture = await uploadPicture(workspace, file, setShare);
      if (isOpen()) onPick(picture);
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    setShare(null);
  }

  return (
    <>
      <UploadButton
        label="Upload a logo"
        className="w-full"
        share={share}
        onFiles={([file]) => file && void upload(file)}
      />
      <div role="alert" className="empty:hidden">
        {refusal ? <p className="text-danger-text text-xs">{refusal}</p> : null}
      </div>
      <PicturePicker
        workspace={workspace}
        label="Pictures of this workspace"
        searchLabel="Search pictures"
        tileLabel={({ name, width, height }) => `${name}, ${width} × ${height}`}
        {...(value === null ? {} : { value })}
        empty="No pictures yet. Upload one to begin."
        className="max-h-72 grid-cols-3"
        onPick={onPick}
      />
    </>
  );
}
