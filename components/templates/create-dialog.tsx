"use client";

import { useState } from "react";
import { Dialog, DialogContent } from "../ui/dialog";
import { NewTemplate, type NewTemplateProps } from "./new-template";

export type CreateDialogProps = Omit<NewTemplateProps, "preview" | "onPreview"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Everything a template can begin from. Escape leads from a large picture back to all of them, then out. */
export function CreateDialog({ open, onOpenChange, ...rest }: CreateDialogProps) {
  const [preview, setPreview] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        if (!next) setPreview(null);
      }}
    >
      <DialogContent
        title="New template"
        width="huge"
        onEscapeKeyDown={(event) => {
          if (preview === null) return;
          event.preventDefault();
          setPreview(null);
        }}
      >
        <NewTemplate {...rest} preview={preview} onPreview={setPreview} />
      </DialogContent>
    </Dialog>
  );
}
