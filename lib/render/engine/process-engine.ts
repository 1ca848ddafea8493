import { processWide } from "@/lib/server/process-registry";
import { paintPool } from "./paint-pool";
import { createRenderEngine, type RenderEngine } from "./render-engine";

/** The engine of this process, over its painting threads. */
export function renderEngine(): RenderEngine {
  return processWide("render-engine", () => createRenderEngine(paintPool().run));
}
