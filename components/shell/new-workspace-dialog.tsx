"use client";

import { useId, useState } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { NewWorkspaceForm } from "./new-workspace-form";

export type NewWorkspaceDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function NewWorkspaceDialog({ open, onOpenChange }: NewWorkspaceDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="New workspace"
        description="It has its own templates, members, brand kit and images."
        width="small"
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button variant="primary" type="submit" form={form} busy={busy}>
              Make workspace
            </Button>
          </>
        }
      >
        <NewWorkspaceForm
          id={form}
          onBusy={setBusy}
          onMade={() => {
            setBusy(false);
            onOpenChange(false);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
