"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { type BrandStore, createBrandStore, type StoredKit } from "@/lib/editor/brand/brand-store";
import { systemClock } from "@/lib/editor/clock";
import type { BrandKit, BrandList } from "@/lib/template/brand";
import { brandTransport } from "../api/brand";
import { sentenceOf } from "../api/call-api";

export type KitEdit = {
  kit: BrandKit;
  /** Name of the change that undo takes back; null when there is none. */
  undoLabel: string | null;
  store: BrandStore;
  /** Most recently added value: its name is ready to be typed. */
  added: string | null;
  onAdded: (id: string | null) => void;
};

/** The workspace's kit on a page of its own: kept up to date when the page comes into focus. */
export function useKit(workspaceSlug: string, initial: StoredKit): KitEdit {
  const [store] = useState(() =>
    createBrandStore(
      initial,
      brandTransport(workspaceSlug),
      (error) => toast.error("The brand kit was not saved", { description: sentenceOf(error) }),
      systemClock.now,
    ),
  );
  const [added, onAdded] = useState<string | null>(null);
  const { kit, lastStep } = useStore(store.state);

  useEffect(() => {
    const refresh = () => void store.refresh().catch(() => undefined);
    // The page may have been kept by the browser since another visit.
    refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [store]);

  return { kit, undoLabel: lastStep?.label ?? null, store, added, onAdded };
}

/** What one value of each list is called. */
export const KIND_WORDS: Record<BrandList, string> = {
  colors: "Colour",
  gradients: "Gradient",
  fonts: "Font",
  textStyles: "Text style",
  logos: "Logo",
};
