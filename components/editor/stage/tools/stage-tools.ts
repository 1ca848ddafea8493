import { createStore, type StoreApi } from "zustand";

/** What a gradient that is edited on the canvas fills: the canvas, or a layer by the path of its property. */
export type GradientTarget = { kind: "canvas" } | { kind: "layer"; id: string; path: string };

export type GradientEditing = {
  target: GradientTarget;
  /** Place of the chosen stop in the list of stops. */
  stop: number;
  /** Whether it stays when the editor in the panel closes. */
  pinned: boolean;
};

/** Tools that take over the canvas for a while: of no interest to the document. */
export type StageTools = {
  /** Image layer whose picture is being cropped. */
  readonly crop: string | null;
  readonly gradient: GradientEditing | null;
  /** Told the colour that is picked from the canvas; null when none was. */
  readonly pick: ((color: string | null) => void) | null;
};

export type StageToolsStore = StoreApi<StageTools>;

export function createStageTools(): StageToolsStore {
  return createStore<StageTools>(() => ({ crop: null, gradient: null, pick: null }));
}

export function isSameTarget(one: GradientTarget | undefined, other: GradientTarget | undefined): boolean {
  if (!one || !other || one.kind === "canvas" || other.kind === "canvas") return one?.kind === other?.kind;
  return one.id === other.id && one.path === other.path;
}
