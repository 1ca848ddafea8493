"use client";

import { useEffect, useState } from "react";
import { AppError } from "@/lib/errors";
import type { FontFace as CatalogueFace } from "@/lib/paint/font-catalogue";
import { addressOfFont } from "./user-fonts";

/** Font bytes by file. Shared by the painter and by everything the interface shows in a template's font. */
const files = new Map<string, Promise<Uint8Array>>();
const faces = new Map<string, Promise<void>>();

/** The bytes of a font file, fetched once. A fetch that failed is tried again by the next call. */
export function loadFontFile(file: string): Promise<Uint8Array> {
  const known = files.get(file);
  if (known) return known;
  const loading = fetchFont(file);
  files.set(file, loading);
  loading.catch(() => files.delete(file));
  return loading;
}

async function fetchFont(file: string): Promise<Uint8Array> {
  const response = await fetch(addressOfFont(file));
  if (!response.ok) {
    throw new AppError("unavailable", `Expected a font at ${file}, the server answered ${response.status}.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** CSS name of a catalogue face. One name a file, so the browser never makes up a weight or a slant. */
export function cssFontName(face: Pick<CatalogueFace, "file">): string {
  return `nameplate ${face.file.replace(/[^a-z0-9]+/gi, " ").trim()}`;
}

/** Makes a face usable in CSS from the very bytes the painter uses. */
export function loadCssFont(face: Pick<CatalogueFace, "file">): Promise<void> {
  const known = faces.get(face.file);
  if (known) return known;
  const loading = registerFont(face);
  faces.set(face.file, loading);
  loading.catch(() => faces.delete(face.file));
  return loading;
}

async function registerFont(face: Pick<CatalogueFace, "file">): Promise<void> {
  const bytes = await loadFontFile(face.file);
  const font = new FontFace(cssFontName(face), bytes.slice().buffer);
  document.fonts.add(await font.load());
}

/** Whether the face can be used in CSS by now; starts loading it when `wanted`. */
export function useCssFont(face: CatalogueFace, wanted = true): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    setReady(false);
    loadCssFont(face).then(
      () => current && setReady(true),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [face, wanted]);
  return ready;
}
