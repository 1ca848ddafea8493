import type { Point } from "@/lib/template/geometry";

export type Keys = { shift: boolean; alt: boolean; mod: boolean };

/** A drag that knows by itself what it does. Points in screen px from the stage's top left. */
export type OwnDrag = {
  move: (at: Point, keys: Keys) => void;
  up: (at: Point, keys: Keys) => void;
  /** Everything is as it was. */
  cancel: () => void;
};
