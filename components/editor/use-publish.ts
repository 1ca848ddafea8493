"use client";

import { toast } from "sonner";
import { z } from "zod";
import { useStore } from "zustand";
import { callApi } from "@/components/api/call-api";
import { documentFindings } from "@/lib/editor/problems/document-findings";
import { useEditor, useSaveState } from "./editor-context";
import { sentenceFor } from "./server-calls";
import { publishConcerns } from "./share/publish-concerns";
import { askBeforePublish } from "./share/publish-question";

/** One toast each: what the last attempt came to takes the place of what was said of the one before. */
const DONE = "published";
const FAILED = "not-published";

const published = z.object({
  version: z.object({ id: z.string(), number: z.number(), revision: z.number() }),
  link: z.object({ key: z.string() }),
});

export type Publishing = {
  /** Nothing to publish: what is live is what is on the canvas. */
  isLive: boolean;
  /** Something was published before. */
  hasVersion: boolean;
  busy: boolean;
  /** Asks first when the picture has problems; false when nothing was published. */
  publish: (note?: string) => Promise<boolean>;
};

/** Publishing: saves what is not saved yet, then freezes exactly that revision. */
export function usePublish(): Publishing {
  const { store, autosave, status, templatePath, ui, announce, problems } = useEditor();
  const save = useSaveState();
  const facts = useStore(status);
  const revision = useStore(autosave.state, (state) => state.revision);
  const setBusy = (publishing: boolean) => status.setState({ publishing });
  const isSaved = save.kind === "idle" || save.kind === "saved";

  /** The problems panel's list for the document as it is now; without a painter what the document itself tells. */
  async function findConcerns() {
    setBusy(true);
    const found = await problems.settle().catch(() => documentFindings(store.getState().design, Date.now()));
    setBusy(false);
    return publishConcerns(store.getState().design, found, problems.dismissed.ids.getState());
  }

  async function publish(note = ""): Promise<boolean> {
    if (status.getState().publishing) return false;
    // What is being typed or dragged belongs to the picture that the person sees.
    store.commit();
    const concerns = await findConcerns();
    if (concerns.length > 0 && !(await askBeforePublish(ui, concerns))) return false;
    setBusy(true);
    try {
      const revision = await autosave.flush();
      const { version, link } = await callApi({
        method: "POST",
        path: `${templatePath}/publish`,
        body: { revision, ...(note.trim() === "" ? {} : { note }) },
        answer: published,
      });
      status.setState({
        publishedRevision: version.revision,
        publishedNumber: version.number,
        linkKey: link.key,
      });
      toast.dismiss(FAILED);
      toast.success(`Version ${version.number} is live`, {
        id: DONE,
        ...(ui.getState().shareOpen
          ? {}
          : { action: { label: "Share", onClick: () => ui.setState({ shareOpen: true }) } }),
      });
      announce(`Version ${version.number} is live.`);
      return true;
    } catch (error) {
      toast.dismiss(DONE);
      toast.error("Nothing was published", {
        id: FAILED,
        description: sentenceFor(error),
        duration: 10_000,
      });
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    isLive: isSaved && facts.publishedRevision === revision,
    hasVersion: facts.publishedRevision !== null,
    busy: facts.publishing,
    publish,
  };
}
