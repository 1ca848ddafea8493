"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { BRAND_LIMITS, type BrandList } from "@/lib/template/brand";
import { Button } from "../ui/button";
import { KIND_WORDS, type KitEdit } from "./use-kit";

export type BrandSectionProps = {
  list: BrandList;
  title: string;
  /** What this kind is good for. */
  description: string;
  edit: KitEdit;
  canEdit: boolean;
  /** Adds one; left out where another way of adding is given. */
  onAdd?: () => void;
  add?: ReactNode;
  /** One row a value. */
  children: ReactNode;
};

/** All values of one kind, and the way to add one. */
export function BrandSection(props: BrandSectionProps) {
  const { list, title, description, edit, canEdit, onAdd, add, children } = props;
  const id = useId();
  const count = edit.kit[list].length;
  const isFull = count >= BRAND_LIMITS[list];
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 border-t py-6 sm:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="min-w-0">
        <h2 id={id} className="font-medium text-sm">
          {title}
        </h2>
        <p className="mt-0.5 text-faint text-xs">{description}</p>
      </div>
      <div className="grid min-w-0 content-start justify-items-start gap-3">
        {count > 0 ? (
          <ul className="w-full divide-y rounded-lg bg-panel shadow-card" aria-label={title}>
            {children}
          </ul>
        ) : (
          <p className="text-faint text-sm">None yet.</p>
        )}
        {canEdit && isFull ? (
          <p className="text-faint text-xs">
            {BRAND_LIMITS[list]} are as many as a brand kit has. Delete one to add another.
          </p>
        ) : null}
        {canEdit && !isFull
          ? (add ?? (
              <Button size="small" icon={<Plus aria-hidden className="size-3.5" />} onClick={onAdd}>
                Add {KIND_WORDS[list].toLowerCase()}
              </Button>
            ))
          : null}
      </div>
    </section>
  );
}
