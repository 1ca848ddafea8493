import type Konva from "konva";
import type { EditorContext } from "./editor-context";
import { renderCounts } from "./render-count";

/** What browser tests may ask of an open editor. */
export type Probe = {
  store: EditorContext["store"];
  stage: Konva.Stage | null;
  /** How often the painter was asked for a layer. */
  paints: () => number;
  /** How often the design was looked at for problems. */
  problemRuns: () => number;
  /** How often parts of the editor have rendered: `layer <id>` for a node of the scene, names for panels. */
  renders: () => Record<string, number>;
  /** Settles when the painter is there. */
  ready: Promise<void>;
};

/**
 * Puts the probe on `window.__nameplate` when a driver steers the browser (`navigator.webdriver`). It reads what the
 * page already holds and opens nothing that the person at the browser could not do by hand, so production keeps it.
 */
export function exposeProbe(context: EditorContext, stage: Konva.Stage | null): () => void {
  if (!navigator.webdriver) return () => undefined;
  const probe: Probe = {
    store: context.store,
    stage,
    paints: context.shots.paints,
    problemRuns: () => context.problems.state.getState().runs,
    renders: renderCounts,
    ready: context.painter.then(() => undefined),
  };
  Reflect.set(window, "__nameplate", probe);
  return () => {
    Reflect.deleteProperty(window, "__nameplate");
  };
}
