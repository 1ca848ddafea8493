"use client";

import { Download, Replace, Trash2, Undo2 } from "lucide-react";
import { type PictureItem, pictureAddress } from "../api/pictures";
import { TimeAgo } from "../shell/time-ago";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { bytesText } from "./bytes-text";
import { PictureUses } from "./picture-uses";
import { TagInput } from "./tag-input";
import type { Library } from "./use-library";

export type PictureDetailsProps = {
  workspace: string;
  library: Library;
  canEdit: boolean;
  onReplace: (picture: PictureItem) => void;
};

/** Everything about one picture, and what can be done with it. */
export function PictureDetails(props: PictureDetailsProps) {
  const { workspace, library, canEdit, onReplace } = props;
  const picture = library.opened;
  const onClose = () => library.open(null);
  const address = picture === null ? "" : pictureAddress(workspace, picture.id);
  const isDeleted = library.list.filter.deleted;
  return (
    <Dialog open={picture !== null} onOpenChange={(open) => !open && onClose()}>
      {picture === null ? null : (
        <DialogContent
          width="large"
          title={picture.name}
          className="grid content-start gap-5 sm:grid-cols-[1fr_18rem]"
        >
          <div className="checkered grid max-h-[50dvh] place-items-center overflow-hidden rounded-lg ring-1 ring-line ring-inset">
            {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
            <img src={address} alt={picture.name} className="max-h-[50dvh] max-w-full object-contain" />
          </div>
          <div className="grid content-start gap-4">
            {canEdit ? (
              <Field label="Name">
                {(control) => (
                  <Input
                    {...control}
                    key={picture.name}
                    size="small"
                    maxLength={200}
                    defaultValue={picture.name}
                    onBlur={(event) => {
                      const name = event.target.value.trim();
                      if (name !== "" && name !== picture.name) void library.rename(picture, name);
                    }}
                    onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
                  />
                )}
              </Field>
            ) : null}
            <p className="figures text-muted text-sm">
              {picture.width} × {picture.height} px · {bytesText(picture.bytes)} · uploaded{" "}
              <TimeAgo date={picture.createdAt} />
            </p>
            {canEdit ? (
              <TagInput
                label="Tags"
                tags={picture.tags}
                known={library.tags.map(({ tag }) => tag)}
                onAdd={(tag) => void library.tag([picture.id], tag, true)}
                onRemove={(tag) => void library.tag([picture.id], tag, false)}
              />
            ) : (
              <p className="text-muted text-sm">{picture.tags.join(", ")}</p>
            )}
            <PictureUses workspace={workspace} id={picture.id} />
            <div className="flex flex-wrap gap-2">
              <Button size="small" asChild>
                <a href={address} download={picture.name}>
                  <Download aria-hidden className="size-3.5" />
                  Download
                </a>
              </Button>
              {canEdit ? (
                <>
                  <Button
                    size="small"
                    icon={<Replace aria-hidden className="size-3.5" />}
                    onClick={() => onReplace(picture)}
                  >
                    Replace everywhere
                  </Button>
                  <Button
                    size="small"
                    icon={
                      isDeleted ? (
                        <Undo2 aria-hidden className="size-3.5" />
                      ) : (
                        <Trash2 aria-hidden className="size-3.5" />
                      )
                    }
                    onClick={() => {
                      onClose();
                      void (isDeleted ? library.restore([picture.id]) : library.remove([picture]));
                    }}
                  >
                    {isDeleted ? "Bring back" : "Delete"}
                  </Button>
                </>
              ) : null}
            </div>
            {isDeleted ? (
              <p className="text-faint text-xs">
                Deleted images are kept here. Designs and links that show one go on showing it.
              </p>
            ) : null}
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}
