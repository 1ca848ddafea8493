import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import type { Autosave } from "@/lib/editor/autosave-contract";
import type { PictureWeight } from "@/lib/editor/problems/weight-finding";

const answer = z.object({ revision: z.number(), bytes: z.number() });

/** How long a saved draft has to stand before its picture is weighed, ms: the server paints it for that. */
const STANDS_FOR = 4000;

export type WeightWatch = { current: () => PictureWeight | null; dispose: () => void };

/** Weighs the draft's picture on the server, once for each revision that stands; `onNews` tells of another weight. */
export function watchWeight(autosave: Autosave, templatePath: string, onNews: () => void): WeightWatch {
  let known: PictureWeight | null = null;
  let weighed: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function weigh(): Promise<void> {
    const { save, revision } = autosave.state.getState();
    const isSaved = save.kind === "idle" || save.kind === "saved";
    if (!isSaved || revision === weighed) return;
    weighed = revision;
    try {
      const { bytes } = await callApi({ method: "GET", path: `${templatePath}/weight`, answer });
      const isNews = known?.bytes !== bytes;
      known = { bytes };
      if (isNews) onNews();
    } catch {
      // Nothing is told of a weight that nobody knows; the next revision is weighed again.
    }
  }

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void weigh(), STANDS_FOR);
  }

  const unsubscribe = autosave.state.subscribe(wait);
  wait();
  return {
    current: () => known,
    dispose: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
