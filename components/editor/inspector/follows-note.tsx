"use client";

import { Braces, Split } from "lucide-react";
import type { Field } from "@/lib/template/field";
import { useEditor } from "../editor-context";
import { showField } from "../fields/show-field";
import type { ShownControl } from "./shared-sections";
import type { LayerEdit } from "./use-layer-edit";

export type FollowsNoteProps = {
  controls: readonly ShownControl[];
  edit: LayerEdit;
  fields: readonly Field[];
};

/** Below a control: that its value comes from a field, or that a condition changes it. */
export function FollowsNote({ controls, edit, fields }: FollowsNoteProps) {
  const { ui } = useEditor();
  const [layer] = edit.layers;
  if (!layer || edit.layers.length > 1) return null;
  const paths = controls.flatMap((control) => ("path" in control ? [control.path] : []));
  const isHere = (path: string) => paths.some((each) => path === each || path === `${each}.color`);
  const bound = layer.bindings.filter(({ path }) => isHere(path));
  const isSet = layer.rules.some(({ then }) => then.kind === "set" && isHere(then.path));
  if (bound.length === 0 && !isSet) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-2xs text-accent-text">
      {bound.map(({ key }) => (
        <button
          key={key}
          type="button"
          onClick={() => showField(ui, key)}
          className="flex min-h-6 items-center gap-1 hover:underline"
        >
          <Braces aria-hidden className="size-3" />
          Comes from {fields.find((field) => field.key === key)?.label || key}
        </button>
      ))}
      {isSet ? (
        <span className="flex min-h-6 items-center gap-1">
          <Split aria-hidden className="size-3" />
          Changed by a condition
        </span>
      ) : null}
    </p>
  );
}
