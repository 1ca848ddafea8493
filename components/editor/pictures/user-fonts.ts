"use client";

import { createStore, useStore } from "zustand";
import { type FontList, fontAddress, listFonts } from "@/components/api/fonts";
import { chooseFace, type FontFace, type FontFamily } from "@/lib/paint/font-catalogue";

const NONE: FontList = { fonts: [], families: [] };

/** Uploaded fonts by the workspaces that were opened in this page. Their names are never the same in two. */
const lists = createStore<ReadonlyMap<string, FontList>>(() => new Map());
let families: ReadonlyMap<string, FontFamily> = new Map();
const addresses = new Map<string, string>();

/** Asks for the workspace's fonts and makes them known to everything here that chooses or loads a face. */
export async function loadUserFonts(workspaceSlug: string): Promise<FontList> {
  const list = await listFonts(workspaceSlug);
  families = new Map([...families, ...list.families.map((family) => [family.family, family] as const)]);
  for (const { file } of list.families.flatMap(({ faces }) => faces)) {
    addresses.set(file, fontAddress(workspaceSlug, file));
  }
  lists.setState(new Map(lists.getState()).set(workspaceSlug, list), true);
  return list;
}

/** The workspace's fonts as they were loaded last. */
export function useUserFonts(workspaceSlug: string): FontList {
  return useStore(lists, (all) => all.get(workspaceSlug)) ?? NONE;
}

/** Where the browser finds a font file: one of ours under its own path, an uploaded one behind its workspace's door. */
export function addressOfFont(file: string): string {
  return addresses.get(file) ?? file;
}

/** The face for a style, among our families and the uploaded ones, as the painter chooses it. */
export function faceFor(family: string, weight: number, italic: boolean): FontFace {
  return chooseFace(family, weight, italic, families);
}
