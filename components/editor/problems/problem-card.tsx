"use client";

import { CircleX, EyeOff, Info, TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { Finding, Fix, Severity } from "@/lib/editor/problems/finding";
import { COMPACT } from "../compact-query";
import { useEditor } from "../editor-context";
import { useMediaQuery } from "../use-media-query";
import { openFinding, selectFinding } from "./go-to-finding";
import { RowNames } from "./row-names";

const LOOKS: Record<Severity, { icon: typeof Info; color: string; name: string }> = {
  error: { icon: CircleX, color: "text-danger-text", name: "Error" },
  warning: { icon: TriangleAlert, color: "text-warning-text", name: "Warning" },
  info: { icon: Info, color: "text-accent-text", name: "Note" },
};

/** One problem: where and what it is, with which rows it shows, and what can be done. */
export function ProblemCard({ found, where }: { found: Finding; where: string }) {
  const editor = useEditor();
  const { store, problems, canEdit, announce } = editor;
  const compact = useMediaQuery(COMPACT);
  const { icon: Icon, color, name } = LOOKS[found.severity];
  const openings = found.fixes.filter((fix) => fix.kind === "open");
  const isLed = openings.some(({ place }) => place === "control" || place === "field");

  function run(fix: Fix) {
    if (fix.kind === "open") return openFinding(editor, found, fix.place, compact);
    if (!store.dispatch(fix.label, fix.change)) return;
    announce(`${fix.label}. Undo takes it back.`);
    // The card goes as soon as it is known that the problem is gone.
    problems.settle().catch(() => undefined);
  }

  return (
    <li data-problem={found.code} className="border-b px-3 py-2.5 text-xs last:border-b-0">
      <div className="flex items-start gap-2">
        <Icon aria-label={name} className={classNames("mt-[3px] size-3.5 shrink-0", color)} />
        <div className="min-w-0 flex-1">
          <div className="flex min-h-6 items-start gap-1">
            <h4 className="wrap-anywhere min-w-0 flex-1 pt-[3px] font-medium">
              {found.layerId === undefined ? (
                where
              ) : (
                <button
                  type="button"
                  onClick={() => selectFinding(editor, found)}
                  className="text-left underline-offset-2 hover:underline"
                >
                  {where}
                </button>
              )}
            </h4>
            <IconButton
              size="small"
              label={`Dismiss: ${where}`}
              onClick={() => problems.dismissed.dismiss(found.id)}
            >
              <EyeOff aria-hidden className="size-3.5" />
            </IconButton>
          </div>
          <p className="wrap-anywhere text-muted">{found.message}</p>
          <RowNames rows={found.rows} />
          <div className="mt-2 flex flex-wrap gap-1.5">
            {found.fixes.map((fix) => (
              <Button
                key={fix.label}
                size="small"
                disabled={fix.kind === "change" && !canEdit}
                className="h-auto min-h-7 max-w-full whitespace-normal text-left"
                onClick={() => run(fix)}
              >
                {fix.label}
              </Button>
            ))}
            {isLed ? null : (
              <Button
                size="small"
                variant="ghost"
                onClick={() => openFinding(editor, found, "control", compact)}
              >
                Show the control
              </Button>
            )}
          </div>
        </div>
      </div>
    </li>
  );
}
