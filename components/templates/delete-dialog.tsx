"use client";

import type { TemplateItem } from "../api/template-item";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";

export type DeleteDialogProps = {
  /** The published template that is about to be deleted; null is none. */
  template: TemplateItem | null;
  onClose: () => void;
  onDelete: (template: TemplateItem) => void;
};

/** Asked of published templates alone: their pictures are in mails that others look at. */
export function DeleteDialog({ template, onClose, onDelete }: DeleteDialogProps) {
  return (
    <Dialog open={template !== null} onOpenChange={(open) => open || onClose()}>
      {template ? (
        <DialogContent
          title={`Delete “${template.name}”?`}
          width="small"
          footer={
            <>
              <Button onClick={onClose}>Keep it</Button>
              <Button
                variant="danger"
                onClick={() => {
                  onClose();
                  onDelete(template);
                }}
              >
                Delete template
              </Button>
            </>
          }
        >
          <p className="text-sm">
            It is published. From now on its links show a neutral picture instead, also in mails that were
            sent already.
          </p>
          <p className="mt-2 text-muted text-sm">
            Restore it from Recently deleted, and the same links show it again.
          </p>
        </DialogContent>
      ) : null}
    </Dialog>
  );
}
