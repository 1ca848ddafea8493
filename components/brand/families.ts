"use client";

import { useEffect } from "react";
import { FONT_FAMILIES, type FontFamily } from "@/lib/paint/font-catalogue";
import { loadUserFonts, useUserFonts } from "../editor/pictures/user-fonts";

export type Families = {
  /** The workspace's own first, without deleted ones, which no list offers. */
  offered: readonly FontFamily[];
  /** A family by what documents call it; deleted ones of the workspace too. */
  named: (family: string) => FontFamily | undefined;
};

/** The families to choose from: the workspace's uploads and the catalogue. */
export function useFamilies(workspaceSlug: string): Families {
  const { fonts, families } = useUserFonts(workspaceSlug);
  useEffect(() => {
    // Without the uploads the catalogue is still there to choose from.
    loadUserFonts(workspaceSlug).catch(() => undefined);
  }, [workspaceSlug]);
  const kept = new Set(fonts.map(({ familyKey }) => familyKey));
  return {
    offered: [...families.filter(({ family }) => kept.has(family)), ...FONT_FAMILIES],
    named: (family) => [...FONT_FAMILIES, ...families].find((each) => each.family === family),
  };
}

/** The families as options of a select; the one at hand is among them even where it is not offered any more. */
export function familyOptions({ offered, named }: Families, present: string) {
  const options = offered.map(({ family, label }) => ({ value: family, label }));
  if (options.some(({ value }) => value === present)) return options;
  return [{ value: present, label: named(present)?.label ?? "A font that is not here" }, ...options];
}
