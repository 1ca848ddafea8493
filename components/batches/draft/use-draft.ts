"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { type BatchChange, type BatchItem, changeBatch, loadBatch } from "../../api/batches";
import { sentenceOf } from "../../api/call-api";

export type Draft = {
  batch: BatchItem;
  /** Counts what the server has taken of settings that make other values or pictures of the rows. */
  revision: number;
  /** Another one is another look of the pictures: the settings, or a row, was changed. */
  look: string;
  saving: boolean;
  /** Shows at once; what the server refuses is taken back and said. Answers whether it was taken. */
  change: (part: BatchChange) => Promise<boolean>;
  /** A row was changed. How many are left out is asked for anew. */
  touchRow: () => void;
  /** Waits until everything is with the server. */
  settled: () => Promise<unknown>;
};

/** A batch that does not run yet. It lives on the server: every change is sent there, one after the other. */
export function useDraft(workspace: string, initial: BatchItem): Draft {
  const [batch, setBatch] = useState(initial);
  const [revision, setRevision] = useState(0);
  const [touches, setTouches] = useState(0);
  const [waiting, setWaiting] = useState(0);
  /** The size that pictures were asked for last. */
  const size = useRef(initial.output.size);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  /** Changes that are not answered yet: an answer to an older one must not hide them. */
  const open = useRef<BatchChange[]>([]);

  async function send(part: BatchChange): Promise<boolean> {
    let taken = true;
    try {
      const answer = await changeBatch(workspace, initial.id, part);
      open.current = open.current.filter((each) => each !== part);
      setBatch(Object.assign({}, answer, ...open.current));
    } catch (error) {
      taken = false;
      open.current = open.current.filter((each) => each !== part);
      toast.error(sentenceOf(error));
      const known = await loadBatch(workspace, initial.id).catch(() => null);
      if (known) setBatch(Object.assign({}, known, ...open.current));
    }
    const isOtherSize = part.output !== undefined && part.output.size !== size.current;
    if (part.output) size.current = part.output.size;
    if (part.mapping || part.cleanUps || isOtherSize) setRevision((count) => count + 1);
    setWaiting((count) => count - 1);
    return taken;
  }

  return {
    batch,
    revision,
    look: `${revision}.${touches}`,
    saving: waiting > 0,
    change(part) {
      setBatch((before) => ({ ...before, ...part }));
      setWaiting((count) => count + 1);
      open.current = [...open.current, part];
      const done = turn.current.then(() => send(part));
      turn.current = done;
      return done;
    },
    touchRow() {
      setTouches((count) => count + 1);
      loadBatch(workspace, initial.id).then(
        ({ leftOut }) => setBatch((before) => ({ ...before, leftOut })),
        () => undefined,
      );
    },
    settled: () => turn.current,
  };
}
