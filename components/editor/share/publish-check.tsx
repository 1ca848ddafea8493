"use client";

import { TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { parentIdOf } from "@/lib/template/tree";
import { COMPACT } from "../compact-query";
import { useEditor, useEditorUi } from "../editor-context";
import { useMediaQuery } from "../use-media-query";
import type { Concern } from "./publish-concerns";

/** What is wrong with the picture, before it goes live: each problem with the way to it, and the way past all. */
export function PublishCheck() {
  const { store, ui } = useEditor();
  const question = useEditorUi(({ publishQuestion }) => publishQuestion);
  const concerns = question?.concerns ?? [];
  const compact = useMediaQuery(COMPACT);

  // A question nobody can see any more is answered.
  useEffect(() => () => ui.getState().publishQuestion?.answer(false), [ui]);

  function show({ layerId, fieldKey, path }: Concern) {
    question?.answer(false);
    const { document } = store.getState();
    ui.setState({ shareOpen: false });
    if (layerId !== undefined) {
      ui.setState({ leftTab: "layers" });
      store.select([layerId], parentIdOf(document, layerId) ?? null);
    } else if (path.startsWith("/alt") || fieldKey === undefined) {
      // With nothing selected the panel shows the canvas, and its alternative text.
      store.select([]);
      if (compact) ui.setState({ sheet: "design" });
    } else {
      ui.setState({ leftTab: "fields", openField: fieldKey, ...(compact ? { sheet: "fields" } : {}) });
    }
  }

  return (
    <Dialog open={question !== null} onOpenChange={(open) => !open && question?.answer(false)}>
      <DialogContent
        title="Publish with problems?"
        description="Recipients would get the picture like this."
        className="p-0!"
        footer={
          <>
            <Button onClick={() => question?.answer(false)}>Not yet</Button>
            <Button variant="primary" onClick={() => question?.answer(true)}>
              Publish anyway
            </Button>
          </>
        }
      >
        <ul aria-label="Problems" className="divide-y">
          {concerns.map((concern) => (
            <li key={concern.id} className="flex items-start gap-2.5 px-5 py-3 text-sm">
              <TriangleAlert
                aria-hidden
                className={classNames(
                  "mt-0.5 size-4 shrink-0",
                  concern.severity === "error" ? "text-danger-text" : "text-warning-text",
                )}
              />
              <p className="wrap-anywhere min-w-0 flex-1">
                <span className="block font-medium">{concern.where}</span>
                <span className="text-muted">{concern.message}</span>
              </p>
              <Button size="small" aria-label={`Show ${concern.where}`} onClick={() => show(concern)}>
                Show
              </Button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
