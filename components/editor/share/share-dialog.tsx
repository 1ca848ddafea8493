"use client";

import { Rocket } from "lucide-react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useEditor, useEditorUi } from "../editor-context";
import { usePublish } from "../use-publish";
import { PublishCheck } from "./publish-check";
import { SharePanel } from "./share-panel";

/** From the template to the sender: address, HTML, and what the picture looks like with values. */
export function ShareDialog() {
  const { ui, status } = useEditor();
  const open = useEditorUi((state) => state.shareOpen);
  const linkKey = useStore(status, (facts) => facts.linkKey);
  const { hasVersion } = usePublish();
  return (
    <>
      <Dialog open={open} onOpenChange={(shareOpen) => ui.setState({ shareOpen })}>
        <DialogContent
          width="large"
          title="Share"
          description="Paste the picture into your sender. It fills the merge tags for every recipient."
          // Where there is room the two columns scroll by themselves, each to the dialog's own end.
          className="p-0! md:flex md:flex-col md:overflow-hidden!"
        >
          <PublishNote />
          {hasVersion && linkKey !== null ? <SharePanel linkKey={linkKey} /> : null}
        </DialogContent>
      </Dialog>
      <PublishCheck />
    </>
  );
}

/** What is live, and the way to make it what is on the canvas. */
function PublishNote() {
  const { canEdit, status } = useEditor();
  const { isLive, hasVersion, busy, publish } = usePublish();
  const number = useStore(status, (facts) => facts.publishedNumber);
  if (hasVersion && isLive) return null;
  const text = hasVersion
    ? `The link shows ${number === null ? "what was published last" : `version ${number}`}. The canvas has changed since.`
    : "Nothing is live yet. Publish, and this template gets its address.";
  return (
    <div className="flex shrink-0 items-center gap-3 border-b bg-accent-soft px-5 py-3">
      <Rocket aria-hidden className="size-4 shrink-0 text-accent-text" />
      <p className="min-w-0 flex-1 text-sm">{text}</p>
      {canEdit ? (
        <Button size="small" variant="primary" busy={busy} onClick={() => void publish()}>
          {hasVersion ? "Publish changes" : "Publish"}
        </Button>
      ) : null}
    </div>
  );
}
