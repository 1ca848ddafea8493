"use client";

import { ImagePlus, SearchX } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "../ui/empty-state";
import { NewTemplate, type NewTemplateProps } from "./new-template";

export type NoTemplatesProps = Omit<NewTemplateProps, "preview" | "onPreview"> & {
  search: string;
  canEdit: boolean;
};

/** What stands in place of the grid: nothing found, or nothing made yet and everything to begin from. */
export function NoTemplates({ search, canEdit, ...rest }: NoTemplatesProps) {
  const [preview, setPreview] = useState<string | null>(null);
  if (search) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={`Nothing is called “${search}”`}>
        Names are searched, any part of them. Try a shorter word.
      </EmptyState>
    );
  }
  if (!canEdit) {
    return (
      <EmptyState icon={<ImagePlus aria-hidden />} title="No templates yet">
        A template is a picture with places for names, points or photos. Editors of this workspace make them.
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto max-w-5xl rounded-xl bg-panel p-5 shadow-card">
      <h2 className="font-semibold text-base">No templates yet</h2>
      <p className="mt-1 mb-5 max-w-prose text-muted text-sm">
        A template is a picture with places for names, points or photos. Start from a ready design or a blank
        canvas.
      </p>
      <NewTemplate {...rest} preview={preview} onPreview={setPreview} />
    </div>
  );
}
