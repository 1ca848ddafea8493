"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useEditor, useSaveState } from "./editor-context";

/** Two versions of the same template: each one click away, the other one kept. */
export function ConflictDialog() {
  const { autosave, announce } = useEditor();
  const state = useSaveState();

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
        description="In another tab or by somebody else, while you were working here. Choose the version to go on with; the other one stays at hand until you let it go."
        footer={
          <>
            <Button onClick={() => choose(false)}>Take theirs</Button>
            <Button variant="primary" onClick={() => choose(true)}>
              Keep mine
            </Button>
          </>
        }
      >
        {state.kind === "conflict" ? (
          <dl className="grid grid-cols-2 gap-3 text-sm">
            <Version title="Mine" layers={state.mine.layers.length} fields={state.mine.fields.length} />
            <Version title="Theirs" layers={state.theirs.layers.length} fields={state.theirs.fields.length} />
          </dl>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

function Version({ title, layers, fields }: { title: string; layers: number; fields: number }) {
  return (
    <div className="rounded-lg border p-3">
      <dt className="font-medium">{title}</dt>
      <dd className="figures text-muted text-xs">
        {layers} {layers === 1 ? "layer" : "layers"}, {fields} {fields === 1 ? "field" : "fields"}
      </dd>
    </div>
  );
}
