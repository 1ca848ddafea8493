"use client";

import { Link2, Link2Off } from "lucide-react";
import { useId } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { ProblemNotes } from "../controls/problem-notes";
import { useEditor, useEditorUi } from "../editor-context";
import type { ToldProblem } from "../use-problems";
import { NUMBER_MARKS } from "./control-marks";
import { type ControlProps, ControlView } from "./control-view";
import { FollowsNote } from "./follows-note";
import { problemsAt } from "./layer-problems";
import type { ShownControl } from "./shared-sections";

export type LayerControlRowProps = Omit<ControlProps, "control" | "describedBy" | "invalid"> & {
  controls: readonly ShownControl[];
  problems: readonly ToldProblem[];
  /** Element that says why they are disabled. */
  reasonId: string | undefined;
};

/** Controls beside one another, and below them what is wrong with their values and where these come from. */
export function LayerControlRow({ controls, problems, reasonId, ...shared }: LayerControlRowProps) {
  const noteId = useId();
  const told = controls.flatMap((control) => problemsOf(control, problems));
  const compact = controls.some(isCompact);
  const hasSides = controls.some(
    ({ kind, ...rest }) => kind === "number" && "path" in rest && rest.path === "width",
  );
  return (
    <div
      {...(told.length > 0 || reasonId !== undefined
        ? {
            role: "group",
            "aria-describedby": told.length > 0 ? noteId : reasonId,
            "aria-label": controls.map(({ label }) => label).join(", "),
          }
        : {})}
      data-controls={controls.map((control) => ("path" in control ? control.path : "")).join(" ")}
      className="grid min-w-0 gap-1"
    >
      <div className={compact ? "grid grid-cols-[1fr_1fr_1.5rem] items-center gap-1.5" : "min-w-0"}>
        {controls.map((control) => {
          const own = problemsOf(control, problems);
          return (
            <ControlView
              key={keyOf(control)}
              {...shared}
              control={control}
              describedBy={own.length > 0 ? noteId : reasonId}
              invalid={own.some(({ severity }) => severity === "error")}
            />
          );
        })}
        {hasSides ? <RatioButton disabled={shared.disabled} /> : null}
      </div>
      <FollowsNote controls={controls} edit={shared.edit} fields={shared.fields} />
      <ProblemNotes id={noteId} problems={told} />
    </div>
  );
}

/** Whether width and height go together when one of them is typed or dragged here. */
function RatioButton({ disabled }: { disabled: boolean }) {
  const { ui } = useEditor();
  const keepsRatio = useEditorUi((state) => state.keepsRatio);
  return (
    <IconButton
      size="small"
      label="Keep proportions"
      pressed={keepsRatio}
      disabled={disabled}
      onClick={() => ui.setState({ keepsRatio: !keepsRatio })}
    >
      {keepsRatio ? <Link2 className="size-3.5" /> : <Link2Off className="size-3.5" />}
    </IconButton>
  );
}

/** What is wrong with the property that a control is for, or with a part of it. */
export function problemsOf(control: ShownControl, problems: readonly ToldProblem[]): ToldProblem[] {
  return "path" in control
    ? problemsAt(problems, new RegExp(`^/${control.path.replaceAll(".", "/")}(?:/|$)`))
    : [];
}

/** The property that a control changes, or the first of several. */
export function pathOf(control: ShownControl): string {
  if ("path" in control) return control.path;
  return control.kind === "font" ? "style.fontFamily" : "focalX";
}

/** Controls in rows: two numbers with marks side by side, everything else alone. */
export function rowsOf(controls: readonly ShownControl[]): ShownControl[][] {
  const rows: ShownControl[][] = [];
  for (const control of controls) {
    const last = rows.at(-1);
    const partner = last?.length === 1 ? last[0] : undefined;
    if (partner && isCompact(partner) && isCompact(control)) last?.push(control);
    else rows.push([control]);
  }
  return rows;
}

function isCompact(control: ShownControl): boolean {
  return control.kind === "number" && NUMBER_MARKS[control.path] !== undefined;
}

export function keyOf(control: ShownControl): string {
  return `${control.kind}:${"path" in control ? control.path : control.label}`;
}
