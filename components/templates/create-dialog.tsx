"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi, sentenceOf } from "../api/call-api";
import { templateItem } from "../api/template-item";
import { Dialog, DialogContent } from "../ui/dialog";
import { CANVAS_PRESETS } from "./canvas-presets";
import { CustomSize } from "./custom-size";
import { PresetButton } from "./preset-button";
import { StarterButton } from "./starter-button";

export type StarterItem = {
  id: string;
  name: string;
  description: string;
  size: { width: number; height: number };
};

/** What a template begins from, as the API takes it. */
export type Beginning =
  | { kind: "blank"; width: number; height: number; displayWidth: number }
  | { kind: "starter"; id: string };

export type CreateDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspace: string;
  /** Where the template goes; null for the workspace's first project. */
  projectId: string | null;
  starters: readonly StarterItem[];
};

/** A blank canvas in a usual or an own size, or a ready design; one click makes it and opens the editor. */
export function CreateDialog({ open, onOpenChange, workspace, projectId, starters }: CreateDialogProps) {
  const router = useRouter();
  const [making, setMaking] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function create(id: string, from: Beginning) {
    if (making) return;
    setMaking(id);
    setError(undefined);
    try {
      const template = await callApi({
        method: "POST",
        path: `/api/w/${workspace}/templates`,
        body: { from, ...(projectId ? { projectId } : {}) },
        answer: templateItem,
      });
      router.push(`/${workspace}/templates/${template.id}`);
    } catch (failure) {
      setError(sentenceOf(failure));
      setMaking(null);
    }
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New template" width="large">
        <p
          role="alert"
          className={error ? "mb-4 rounded-md bg-danger-soft px-3 py-2 text-danger-text" : "sr-only"}
        >
          {error}
        </p>
        <h3 className="mb-2 font-medium text-muted text-xs">Blank canvas</h3>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {CANVAS_PRESETS.map(({ id, name, ...size }) => (
            <PresetButton
              key={id}
              name={name}
              size={size}
              busy={making === id}
              onClick={() => void create(id, { kind: "blank", ...size })}
            />
          ))}
          <CustomSize
            busy={making === "custom"}
            onCreate={(size) => void create("custom", { kind: "blank", ...size, displayWidth: size.width })}
          />
        </div>
        <h3 className="mt-6 mb-2 font-medium text-muted text-xs">Ready designs</h3>
        <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3">
          {starters.map((starter) => (
            <StarterButton
              key={starter.id}
              starter={starter}
              busy={making === starter.id}
              onClick={() => void create(starter.id, { kind: "starter", id: starter.id })}
            />
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
