"use client";

import { Database, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import type { LinkItem } from "../api/links";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { LinkSettingsForm } from "./link-settings-form";
import { linkName } from "./link-words";
import type { LinkList } from "./use-links";

export type LinkSettingsDialogProps = {
  workspace: string;
  /** null: closed. */
  link: LinkItem | null;
  list: LinkList;
  onClose: () => void;
  onData: (link: LinkItem) => void;
};

/** What one link may. */
export function LinkSettingsDialog({ workspace, link, list, onClose, onData }: LinkSettingsDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={link !== null} onOpenChange={(open) => open || onClose()}>
      {link ? (
        <DialogContent
          title={`Settings of “${linkName(link)}”`}
          description={`A link of ${link.template.name}. Its pictures follow within seconds.`}
          footer={
            <>
              <Button
                variant="ghost"
                className="mr-auto"
                icon={<Trash2 aria-hidden className="size-4" />}
                onClick={() => {
                  onClose();
                  void list.remove(link);
                }}
              >
                Delete
              </Button>
              <Button onClick={onClose}>Cancel</Button>
              <Button variant="primary" type="submit" form={form} busy={busy}>
                Save
              </Button>
            </>
          }
        >
          <LinkSettingsForm
            key={link.id}
            id={form}
            workspace={workspace}
            link={link}
            list={list}
            onBusy={setBusy}
            onDone={onClose}
          />
          <section aria-label="Data" className="mt-5 flex flex-wrap items-center gap-3 border-t pt-5">
            <p className="min-w-0 flex-1 basis-64 text-muted text-sm">
              Its picture may look values up in a table, so that the address needs only say whose row is
              meant.
            </p>
            <Button icon={<Database aria-hidden className="size-4" />} onClick={() => onData(link)}>
              Data
            </Button>
          </section>
        </DialogContent>
      ) : null}
    </Dialog>
  );
}
