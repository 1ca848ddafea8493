"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import type { TemplateItem } from "../api/template-item";
import { importTemplate } from "../api/template-library";

/** Largest file that is taken, as the server has it: said before anything is sent. */
const MOST_BYTES = 50_000_000;

export type ImportState =
  | { kind: "waiting" }
  /** `share` of the file that was sent, 0 to 1. */
  | { kind: "sending"; share: number }
  /** Sent; the server takes it apart. */
  | { kind: "reading" }
  | { kind: "done"; template: TemplateItem; notes: readonly string[] }
  | { kind: "failed"; sentence: string };

export type ImportingFile = { key: string; name: string; state: ImportState };

export type ImportFiles = {
  /** Files of this go, in the order they came; empty before the first. */
  files: readonly ImportingFile[];
  isBusy: boolean;
  open: boolean;
  setOpen: (open: boolean) => void;
  start: (files: readonly File[]) => void;
};

export type UseImportFilesOptions = {
  workspace: string;
  projectId: string | null;
  onImported: (template: TemplateItem) => void;
};

/** Imports template files one after the other; each has its own outcome. Closing the dialog does not stop it. */
export function useImportFiles({ workspace, projectId, onImported }: UseImportFilesOptions): ImportFiles {
  const [files, setFiles] = useState<readonly ImportingFile[]>([]);
  const [open, setOpen] = useState(false);
  /** Whether the outcome can be seen in the dialog by now. */
  const isSeen = useRef(false);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const count = useRef(0);
  const isBusy = files.some(({ state }) => state.kind !== "done" && state.kind !== "failed");

  const set = (key: string, state: ImportState) =>
    setFiles((list) => list.map((each) => (each.key === key ? { ...each, state } : each)));

  async function take(key: string, file: File) {
    if (file.size > MOST_BYTES) {
      const size = (file.size / 1_000_000).toFixed(1);
      const sentence = `A template file has at most ${MOST_BYTES / 1_000_000} MB; this one has ${size} MB.`;
      return set(key, { kind: "failed", sentence });
    }
    set(key, { kind: "sending", share: 0 });
    try {
      const { template, notes } = await importTemplate(workspace, projectId, file, (share) =>
        set(key, share < 1 ? { kind: "sending", share } : { kind: "reading" }),
      );
      set(key, { kind: "done", template, notes });
      onImported(template);
      if (!isSeen.current) toast(`“${template.name}” was imported`);
    } catch (error) {
      const sentence = sentenceOf(error);
      set(key, { kind: "failed", sentence });
      if (!isSeen.current) toast.error(`${file.name}: ${sentence}`);
    }
  }

  function show(next: boolean) {
    isSeen.current = next;
    setOpen(next);
  }

  return {
    files,
    isBusy,
    open,
    setOpen: show,
    start(chosen) {
      if (chosen.length === 0) return;
      const added = chosen.map((file): { file: File; item: ImportingFile } => {
        count.current += 1;
        return { file, item: { key: String(count.current), name: file.name, state: { kind: "waiting" } } };
      });
      setFiles((list) => [...(isBusy ? list : []), ...added.map(({ item }) => item)]);
      show(true);
      for (const { file, item } of added) queue.current = queue.current.then(() => take(item.key, file));
    },
  };
}
