"use client";

import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { PaintUnit } from "@/lib/editor/scene";
import type { ResolvedDocument } from "@/lib/template/resolved";
import { useEditor } from "../editor-context";
import { createLatestJob } from "./latest-job";
import { imagesKey, type LayerShot, sourcesOf } from "./layer-shots";

/**
 * The newest picture of a unit; the last one stays until the next is ready, so a layer is never blank in between.
 * null only before the first.
 */
export function useLayerShot(unit: PaintUnit): LayerShot | null {
  const { shots, pictures, reportPaintError } = useEditor();
  const [shot, setShot] = useState<LayerShot | null>(null);
  const images = useStore(pictures.entries, () => imagesKey(unit.layer, pictures));
  const run = useLatestRunner();

  useEffect(() => {
    for (const source of sourcesOf(unit.layer)) pictures.want(source);
  }, [unit, pictures]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that came in is a reason to paint again
  useEffect(() => {
    run(async () => {
      try {
        setShot(await shots.layer(unit));
      } catch (error) {
        reportPaintError(error);
      }
    });
  }, [unit, images, shots, run, reportPaintError]);

  return shot;
}

/** The picture of the empty canvas with its background. */
export function useCanvasShot(canvas: ResolvedDocument): HTMLImageElement | null {
  const { shots, reportPaintError } = useEditor();
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const run = useLatestRunner();
  useEffect(() => {
    run(async () => {
      try {
        setImage(await shots.canvas(canvas));
      } catch (error) {
        reportPaintError(error);
      }
    });
  }, [canvas, shots, run, reportPaintError]);
  return image;
}

/** Runs jobs one after another, the newest of the waiting ones only, for as long as the component lives. */
function useLatestRunner(): (job: () => Promise<void>) => void {
  const jobs = useRef(createLatestJob());
  useEffect(() => {
    const mine = createLatestJob();
    jobs.current = mine;
    return mine.stop;
  }, []);
  return useRef((job: () => Promise<void>) => jobs.current.run(job)).current;
}
