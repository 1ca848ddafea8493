"use client";

import { useEffect, useId, useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { useEditor, useSaveState } from "./editor-context";
import type { Companion } from "./presence/presence";

/** Two versions of the same template: each one click away, the other one kept. */
export function ConflictDialog() {
  const { autosave, announce, presence, refusal } = useEditor();
  const state = useSaveState();
  const others = useStore(presence.state);
  const reasonId = useId();
  const refused = state.kind === "conflict" ? refusal(state.theirs, state.mine) : null;

  function choose(mine: boolean) {
    if (mine) autosave.keepMine();
    else autosave.takeTheirs();
    announce(mine ? "Your version is kept." : "The other version is taken.");
  }

  return (
    <Dialog open={state.kind === "conflict"}>
      <DialogContent
        width="medium"
        title="This template was changed somewhere else"
        description={`${whereFrom(others)}, while you were working here. Choose the version to go on with; the other one stays at hand until you let it go.`}
        dismissible={false}
        footer={
          <>
            <Button onClick={() => choose(false)}>Take theirs</Button>
            <Button
              variant="primary"
              disabled={refused !== null}
              aria-describedby={refused ? reasonId : undefined}
              onClick={() => choose(true)}
            >
              Keep mine
            </Button>
          </>
        }
      >
        {state.kind === "conflict" ? (
          <div className="grid grid-cols-2 gap-3">
            <Version title="Mine" document={state.mine} />
            <Version title="Theirs" document={state.theirs} />
          </div>
        ) : null}
        {refused ? (
          <p id={reasonId} className="mt-3 text-muted text-sm">
            Yours cannot be kept over theirs. {refused.message}
          </p>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

/** Who can have changed it, named where that is certain. */
function whereFrom(others: readonly Companion[]): string {
  const editors = others.filter(({ canEdit }) => canEdit);
  const [only] = editors;
  if (!only || editors.length > 1) return "In another tab or by somebody else";
  return only.isYou ? "In another tab of yours" : `By ${only.name}`;
}

function Version({ title, document }: { title: string; document: Document }) {
  const picture = usePicture(document);
  const layers = document.layers.length;
  const fields = document.fields.length;
  return (
    <figure className="grid gap-2 rounded-lg border p-3">
      <div className="grid h-44 place-items-center rounded-md bg-stage p-2">
        {picture === null ? null : (
          // biome-ignore lint/performance/noImgElement: painted here; there is nothing to optimise
          <img src={picture} alt="" className="checkered max-h-40 min-h-0 max-w-full shadow-low" />
        )}
      </div>
      <figcaption className="text-sm">
        <span className="font-medium">{title}</span>
        <span className="figures block text-muted text-xs">
          {layers} {layers === 1 ? "layer" : "layers"}, {fields} {fields === 1 ? "field" : "fields"}
        </span>
      </figcaption>
    </figure>
  );
}

/** The document as the painter shows it with its first sample row; null until it is painted. */
function usePicture(document: Document): string | null {
  const { painter, pictures } = useEditor();
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const { document: resolved } = resolveDocument(document, document.samples[0]?.values ?? {}, {
      now: Date.now(),
    });
    painter
      .then((ready) => ready.paintDocument(resolved, pictures.image))
      .then((svg) => {
        if (isWanted) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      })
      // Without a picture there are still the counts.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [document, painter, pictures]);
  return picture;
}
