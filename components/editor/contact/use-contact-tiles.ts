"use client";

import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { contactRows } from "@/lib/editor/contact/contact-rows";
import { contrastProblems, type RowProblem, rowProblems } from "@/lib/editor/contact/row-problems";
import { createTileQueue, type TileEntry, type TileQueue } from "@/lib/editor/contact/tile-queue";
import { type NamedView, resolveForView, sampleViewKey } from "@/lib/editor/preview-values";
import type { Size } from "@/lib/template/layer-entry";
import type { Resolution } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { findLayer } from "@/lib/template/tree";
import { type EditorContext, useEditor, usePanelDocument } from "../editor-context";
import { imagesKey, sourcesOf } from "../pictures/layer-shots";
import { type PictureShelf, sourceKey } from "../pictures/picture-shelf";
import { paintTile, type TileInput } from "./paint-tile";

/** Pictures kept beyond those of the page, for going back to another page. */
const KEPT_TILES = 48;
const KEPT_PROBLEMS = 400;

type Asked = { document: Document; resolution: Resolution };
type Queues = { tiles: TileQueue<TileInput, ImageBitmap>; problems: TileQueue<Asked, RowProblem[]> };

export type ContactTiles = {
  rows: readonly NamedView[];
  /** What is known of a row's problems; undefined while it is not looked at yet. */
  problemsOf: (row: NamedView) => readonly RowProblem[] | undefined;
  /** The picture of a row of the page; undefined while it is not painted. */
  tileOf: (row: NamedView) => TileEntry<ImageBitmap> | undefined;
  /** Says which rows are on the page, the ones in sight first, and how large their pictures are, CSS px. */
  showPage: (page: readonly NamedView[], size: Size) => void;
  /** Pictures painted since the sheet opened. */
  painted: () => number;
};

/** Paints and checks the rows of the document one after the other, for as long as the sheet is open. */
export function useContactTiles(): ContactTiles {
  const editor = useEditor();
  const { pictures } = editor;
  const document = useDeferredValue(usePanelDocument());
  // One moment for all, so that a rule about today says the same in every tile.
  const [now] = useState(() => Date.now());
  const queues = useQueues(editor);
  const rows = useMemo(() => contactRows(document), [document]);
  const resolve = useMemo(() => resolver(document, now), [document, now]);
  const [page, setPage] = useState<{ rows: readonly NamedView[]; size: Size }>({
    rows: [],
    size: { width: 0, height: 0 },
  });
  const shelf = useStore(pictures.entries);
  const tiles = useStore(queues.tiles.entries);
  const problems = useStore(queues.problems.entries);
  const findings = useStore(editor.problems.state, (state) => state.findings);

  const tileKey = useCallback(
    (row: NamedView) => {
      const { document: resolved } = resolve(row);
      const images = resolved.layers.map((layer) => imagesKey(layer, pictures)).join(" ");
      // The alternative text is no part of the picture.
      return `${page.size.width} ${images} ${JSON.stringify({ ...resolved, alt: "" })}`;
    },
    [resolve, pictures, page.size.width],
  );
  const problemKey = useCallback(
    (row: NamedView) => problemKeyOf(document, resolve(row)),
    [document, resolve],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that came in is a reason to look again
  useEffect(() => {
    const scale = window.devicePixelRatio || 1;
    const jobs = page.rows.flatMap((row) => {
      const { document: resolved } = resolve(row);
      const states = resolved.layers.flatMap(sourcesOf).map((source) => pictures.want(source)?.state);
      // It would be painted twice; the skeleton stands until all its pictures are here or known to be gone.
      if (states.includes("loading")) return [];
      const [width, height] = [page.size.width, page.size.height].map((side) => Math.round(side * scale));
      return [{ key: tileKey(row), input: { document: resolved, width: width ?? 1, height: height ?? 1 } }];
    });
    queues.tiles.want(jobs);
  }, [queues, page, resolve, tileKey, pictures, shelf]);

  useEffect(() => {
    queues.problems.want(
      rows.map((row) => ({ key: problemKey(row), input: { document, resolution: resolve(row) } })),
    );
  }, [queues, rows, document, resolve, problemKey]);

  return {
    rows,
    problemsOf: (row) => {
      const entry = problems.get(problemKey(row));
      if (entry === undefined) return undefined;
      return [
        ...(entry.state === "ready" ? entry.result : []),
        ...contrastProblems(findings, row.view),
        ...pictureProblems(resolve(row), pictures),
      ];
    },
    tileOf: (row) => tiles.get(tileKey(row)),
    showPage: useCallback((next, size) => {
      setPage((before) =>
        before.size.width === size.width &&
        before.size.height === size.height &&
        before.rows.length === next.length &&
        before.rows.every((row, index) => row === next[index])
          ? before
          : { rows: next, size },
      );
    }, []),
    painted: queues.tiles.begun,
  };
}

function useQueues({ painter, pictures }: EditorContext): Queues {
  const [queues] = useState(() => openQueues(painter, pictures));
  useEffect(
    () => () => {
      queues.tiles.stop();
      queues.problems.stop();
    },
    [queues],
  );
  return queues;
}

function openQueues(painter: EditorContext["painter"], pictures: EditorContext["pictures"]): Queues {
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve));
  return {
    tiles: createTileQueue({
      work: async (input, signal) =>
        paintTile(input, { painter: await painter, images: pictures.image, signal }),
      rest,
      kept: KEPT_TILES,
      onForget: (bitmap) => bitmap.close(),
    }),
    problems: createTileQueue({
      work: async ({ document, resolution }) => {
        const ready = await painter;
        await ready.prepare(resolution.document);
        return rowProblems(document, resolution, ready);
      },
      rest,
      kept: KEPT_PROBLEMS,
    }),
  };
}

/** Resolves each view of a document once. */
function resolver(document: Document, now: number): (row: NamedView) => Resolution {
  const known = new Map<string, Resolution>();
  return ({ view }) => {
    const key = sampleViewKey(view);
    const resolution = known.get(key) ?? resolveForView(document, view, now);
    known.set(key, resolution);
    return resolution;
  };
}

/** Everything that what is said of a row depends on. */
function problemKeyOf(
  document: Document,
  { document: resolved, missing, hidden, phrases }: Resolution,
): string {
  const labels = missing.map((key) => document.fields.find((field) => field.key === key)?.label ?? key);
  const names = hidden.map((id) => findLayer(document, id)?.name ?? id);
  return JSON.stringify([document.displayWidth, labels, names, phrases.length, resolved]);
}

/** Pictures of the row that could not be had, with the sentence why. */
function pictureProblems({ document }: Resolution, { entries }: PictureShelf): RowProblem[] {
  return document.layers.flatMap(sourcesOf).flatMap((source): RowProblem[] => {
    const key = sourceKey(source);
    const entry = key === null ? undefined : entries.getState().get(key);
    return entry?.state === "failed" ? [{ kind: "picture", message: entry.message }] : [];
  });
}
