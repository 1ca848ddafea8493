"use client";

import { useId } from "react";
import { Switch } from "@/components/ui/switch";
import { toggledLock } from "@/lib/editor/actions/lock-actions";
import { ASPECTS, lockedAspects } from "@/lib/template/aspects";
import { setProperties } from "@/lib/template/commands/set-properties";
import type { Lock } from "@/lib/template/primitives";
import type { Layer } from "@/lib/template/schema";
import { PanelSection } from "../controls/control-row";
import { useEditor, useEditorState } from "../editor-context";

const LABELS: Record<Lock, string> = {
  position: "Position and size",
  style: "Style",
  content: "Content",
  delete: "Deleting",
};

/** Which aspects of the selected layers are kept as they are: set by owners and admins, read by everybody. */
export function LocksSection({ layers }: { layers: readonly Layer[] }) {
  const { store, canEdit } = useEditor();
  const canLock = useEditorState((state) => state.rights.lock) && canEdit;
  const document = useEditorState((state) => state.document);
  const id = useId();
  const ids = layers.map((layer) => layer.id);
  const isLocked = (lock: Lock) => ids.every((each) => lockedAspects(document, each).has(lock));
  if (!canLock && !ASPECTS.some(isLocked)) return null;

  return (
    <PanelSection title="Locks">
      {canLock ? (
        ASPECTS.map((lock) => {
          const own = layers.every(({ locks }) => locks.includes(lock));
          const byGroup = !own && isLocked(lock);
          return (
            <div key={lock} className="flex h-7 items-center justify-between gap-2">
              <label htmlFor={`${id}-${lock}`} className="text-muted text-xs">
                {LABELS[lock]}
                {byGroup ? <span className="text-faint"> (by its group)</span> : null}
              </label>
              <Switch
                id={`${id}-${lock}`}
                checked={own || byGroup}
                disabled={byGroup || layers.some(({ locked }) => locked)}
                onCheckedChange={() =>
                  store.dispatch(own ? "Unlock" : "Lock", (doc) =>
                    layers.reduce(
                      (next, layer) =>
                        setProperties(next, {
                          ids: [layer.id],
                          values: { locks: toggledLock(layer.locks, lock, !own) },
                        }),
                      doc,
                    ),
                  )
                }
              />
            </div>
          );
        })
      ) : (
        <p className="text-faint text-xs">
          Locked:{" "}
          {ASPECTS.filter(isLocked)
            .map((lock) => LABELS[lock].toLowerCase())
            .join(", ")}
          . An owner or admin can unlock it.
        </p>
      )}
    </PanelSection>
  );
}
