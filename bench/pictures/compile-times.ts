import type { Painter } from "@/lib/paint/painter";
import type { TaskKind } from "@/lib/render/engine/paint-task";
import { createRenderEngine, type RunTask } from "@/lib/render/engine/render-engine";
import { runHere } from "@/lib/render/engine/run-here";
import { median } from "../figures";
import type { Format } from "./contender";
import type { Asking } from "./nameplate";
import type { Scene } from "./scene";

/** What is done once for a new version, medians in ms: its static layers painted, and its static bytes encoded. */
export type CompileTimes = { plates: number; encoding: number };

/** Compiles a scene several times, each time by an engine that knows nothing. */
export async function compileTimes(
  scene: Scene,
  painter: Painter,
  asking: Asking,
  format: Format,
  times: number,
): Promise<CompileTimes> {
  const taken: Record<TaskKind, number[]> = {
    plates: [],
    encoding: [],
    picture: [],
    whole: [],
    moving: [],
    drawing: [],
    texts: [],
  };
  const here = runHere(async () => painter);
  const run: RunTask = async (task, urgency) => {
    const started = performance.now();
    const result = await here(task, urgency);
    taken[task.kind].push(performance.now() - started);
    return result;
  };
  for (let time = 0; time < times; time += 1) {
    await createRenderEngine(run).render(asking(scene.values(2_000_000 + time), format));
  }
  return { plates: median(taken.plates), encoding: median(taken.encoding) };
}
