import type { Painter } from "@/lib/paint/painter";
import { runPaintTask } from "./paint-task";
import type { RunTask } from "./render-engine";

/** Does tasks in this thread, one event loop with everything else: for tests and benchmarks. */
export function runHere(painter: () => Promise<Painter>): RunTask {
  return async (task) => runPaintTask(await painter(), task);
}
