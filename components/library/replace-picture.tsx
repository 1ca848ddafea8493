"use client";

import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  type PictureItem,
  type Replacement,
  replacePictureEverywhere,
  undoReplacement,
  uploadPicture,
} from "../api/pictures";
import { PicturePicker } from "../pictures/picture-picker";
import { UploadButton } from "../pictures/upload-button";
import { Dialog, DialogContent } from "../ui/dialog";
import { toastWithUndo } from "../ui/toast-with-undo";
import { useIsOpen } from "../use-is-open";

export type ReplacePictureProps = {
  workspace: string;
  /** What is to be replaced; null while nothing is. */
  picture: PictureItem | null;
  onClose: () => void;
  /** Something in the library is otherwise now. */
  onDone: () => void;
};

/** Another picture for every draft that shows this one: chosen or uploaded. */
export function ReplacePicture({ picture, onClose, ...rest }: ReplacePictureProps) {
  return (
    <Dialog open={picture !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Replace everywhere"
        description={`Every draft that shows “${picture?.name ?? ""}” will show the image you choose. Published versions stay.`}
        className="grid content-start gap-3"
      >
        {picture === null ? null : (
          <Replacing key={picture.id} {...rest} picture={picture} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type ReplacingProps = ReplacePictureProps & { picture: PictureItem };

function Replacing({ workspace, picture, onClose, onDone }: ReplacingProps) {
  const [busy, setBusy] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const isOpen = useIsOpen();

  async function undo(next: PictureItem, made: Replacement) {
    try {
      const { left } = await undoReplacement(workspace, picture.id, next.id, made);
      onDone();
      const description = `Changed or deleted since, and left as they are: ${left.join(", ")}.`;
      toast.success("The replacement was undone", left.length === 0 ? {} : { description });
    } catch (error) {
      toast.error("Nothing was undone", { description: sentenceOf(error) });
    }
  }

  async function replace(next: PictureItem) {
    setBusy(true);
    try {
      const made = await replacePictureEverywhere(workspace, picture.id, next.id);
      const count = made.templates.length;
      if (isOpen()) onClose();
      onDone();
      const left = leftWords(made);
      if (count === 0) {
        if (left === "") toast(`No draft shows “${picture.name}”`, { description: "Nothing was changed." });
        else toast("Nothing was replaced", { description: left });
        return;
      }
      toastWithUndo(
        `“${next.name}” is shown in ${count} ${count === 1 ? "draft" : "drafts"} now`,
        () => void undo(next, made),
        { description: `What is published stays as it is until you publish again. ${left}`.trim() },
      );
    } catch (error) {
      toast.error("Nothing was replaced", { description: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  }

  async function upload(file: File) {
    setShare(0);
    try {
      const next = await uploadPicture(workspace, file, setShare);
      if (isOpen()) return await replace(next);
      // Closed meanwhile: who closes it wants no draft changed.
      onDone();
      toast(`“${next.name}” is in your library`, { description: "Nothing was replaced with it." });
    } catch (error) {
      toast.error(`${file.name} was not uploaded`, { description: sentenceOf(error) });
    } finally {
      setShare(null);
    }
  }

  return (
    <>
      <UploadButton
        label="Upload the new image"
        className="w-full"
        share={share ?? (busy ? 1 : null)}
        onFiles={([file]) => file && void upload(file)}
      />
      <PicturePicker
        workspace={workspace}
        label="Images to show instead"
        searchLabel="Search for the new image"
        tileLabel={({ name }) => `Show ${name} instead`}
        without={picture.id}
        empty="There is no other image yet. Upload one."
        disabled={busy || share !== null}
        className="max-h-[45dvh] grid-cols-3 sm:grid-cols-4"
        onPick={(next) => void replace(next)}
      />
    </>
  );
}

/** What was not replaced, and why; empty when everything was. */
function leftWords({ left }: Replacement): string {
  return left.length === 0 ? "" : `Left as they are, since not all of them can be read: ${left.join(", ")}.`;
}
