"use client";

import { useEffect, useRef, useState } from "react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { CANVAS_PRESETS } from "./canvas-presets";
import { CustomSize } from "./custom-size";
import { OwnStarterPreview } from "./own-starter-preview";
import { PresetButton } from "./preset-button";
import { StarterGallery } from "./starter-gallery";
import { StarterPreview } from "./starter-preview";
import { useCreateTemplate } from "./use-create-template";
import type { OwnStarters } from "./use-own-starters";
import { usePaused } from "./use-paused";

/** Quiet time before pictures are painted with another name, ms. */
const PAUSE = 400;

export type NewTemplateProps = {
  workspace: string;
  /** Where the template goes; null for the workspace's first project. */
  projectId: string | null;
  starters: readonly StarterItem[];
  /** What the workspace saved itself. */
  own: OwnStarters;
  /** What the person is called. */
  userName: string;
  /** The starter or workspace template that is shown large; null is none. */
  preview: string | null;
  onPreview: (id: string | null) => void;
};

/** A blank canvas in a usual or an own size, or a ready design; one click makes it and opens the editor. */
export function NewTemplate(props: NewTemplateProps) {
  const { workspace, projectId, starters, own, userName, preview, onPreview } = props;
  const { making, error, create } = useCreateTemplate(workspace, projectId);
  const [typed, setTyped] = useState(userName);
  const shown = usePaused(typed.trim(), PAUSE);
  const gallery = useRef<HTMLDivElement>(null);
  const previewed = useRef<string | null>(null);
  const large = starters.find(({ id }) => id === preview);
  const largeOwn = own.starters.find(({ id }) => id === preview);
  const use = (id: string) => create(id, { kind: "starter", id });
  const beginWithOwn = (id: string) => create(id, { kind: "workspace-starter", id });

  // Back from the large picture, the card it belongs to has the focus again.
  useEffect(() => {
    if (preview === null && previewed.current !== null) {
      const id = previewed.current;
      const card = `[data-starter="${id}"], [data-own-starter="${id}"]`;
      gallery.current?.querySelector<HTMLElement>(card)?.focus();
    }
    previewed.current = preview;
  }, [preview]);

  return (
    <>
      <p
        role="alert"
        className={error ? "mb-4 rounded-md bg-danger-soft px-3 py-2 text-danger-text" : "sr-only"}
      >
        {error}
      </p>
      {large ? (
        <StarterPreview
          starter={large}
          name={shown}
          busy={making === large.id}
          onUse={() => use(large.id)}
          onBack={() => onPreview(null)}
        />
      ) : null}
      {largeOwn ? (
        <OwnStarterPreview
          workspace={workspace}
          starter={largeOwn}
          busy={making === largeOwn.id}
          onUse={() => beginWithOwn(largeOwn.id)}
          onBack={() => onPreview(null)}
        />
      ) : null}
      {/* Kept while a design is shown large: search, place and pictures are there again at once. */}
      <div ref={gallery} hidden={large !== undefined || largeOwn !== undefined}>
        <h3 className="mb-2 font-medium text-muted text-xs">Blank canvas</h3>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {CANVAS_PRESETS.map(({ id, name, ...size }) => (
            <PresetButton
              key={id}
              name={name}
              size={size}
              busy={making === id}
              onClick={() => create(id, { kind: "blank", ...size })}
            />
          ))}
          <CustomSize
            busy={making === "custom"}
            onCreate={(size) => create("custom", { kind: "blank", ...size, displayWidth: size.width })}
          />
        </div>
        <h3 className="mt-6 mb-2 font-medium text-muted text-xs">Ready designs</h3>
        <StarterGallery
          starters={starters}
          own={own}
          name={{ shown, typed, type: setTyped }}
          making={making}
          onUse={use}
          onUseOwn={beginWithOwn}
          onPreview={onPreview}
        />
      </div>
    </>
  );
}
