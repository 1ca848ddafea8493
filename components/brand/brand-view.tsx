"use client";

import { Undo2 } from "lucide-react";
import { useEffect } from "react";
import type { StoredKit } from "@/lib/editor/brand/brand-store";
import { Button } from "../ui/button";
import { useFamilies } from "./families";
import { FontsSection } from "./fonts-section";
import { LogosSection } from "./logos-section";
import { ColorsSection, GradientsSection } from "./paint-sections";
import { TextStylesSection } from "./text-styles-section";
import { type KitEdit, useKit } from "./use-kit";

export type BrandViewProps = { workspace: string; brand: StoredKit; canEdit: boolean };

/** The workspace's brand kit: seen by everybody, changed by owners and admins. */
export function BrandView({ workspace, brand, canEdit }: BrandViewProps) {
  const edit = useKit(workspace, brand);
  const families = useFamilies(workspace);
  useUndoKey(edit, canEdit);
  const undo = edit.undoLabel;
  return (
    <main className="mx-auto max-w-3xl px-4 py-4 md:px-8 md:py-6">
      <header className="mb-2 flex min-h-8 items-center gap-3">
        <h1 className="flex-1 font-semibold text-lg tracking-tight">Brand</h1>
        {canEdit ? (
          <Button
            size="small"
            disabled={undo === null}
            icon={<Undo2 aria-hidden className="size-3.5" />}
            onClick={edit.store.undo}
          >
            {undo === null ? "Undo" : `Undo ${undo.toLowerCase()}`}
          </Button>
        ) : null}
      </header>
      <p className="mb-6 max-w-prose text-muted text-sm">
        What your designs have in common. Drafts follow a change when they are opened; what is published stays
        as it is until it is published again.
        {canEdit ? "" : " Owners and admins change the kit."}
      </p>
      <ColorsSection edit={edit} canEdit={canEdit} />
      <GradientsSection edit={edit} canEdit={canEdit} />
      <FontsSection edit={edit} canEdit={canEdit} families={families} />
      <TextStylesSection edit={edit} canEdit={canEdit} families={families} />
      <LogosSection edit={edit} canEdit={canEdit} workspace={workspace} />
    </main>
  );
}

/** Ctrl or Command and Z, unless somebody types: what is typed has an undo of its own. */
function useUndoKey({ store }: KitEdit, canEdit: boolean): void {
  useEffect(() => {
    if (!canEdit) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea");
      if (isTyping || event.shiftKey || !(event.ctrlKey || event.metaKey) || event.key !== "z") return;
      event.preventDefault();
      store.undo();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [store, canEdit]);
}
