import type { ImageFormat } from "@/lib/link/address";
import type { Scene } from "../pictures/scene";

/** Paths of pictures of one link, no two with the same values. */
export type Addresses = {
  next: (format?: ImageFormat) => string;
  /** The path of a turn; the same for the same turn. */
  of: (turn: number, format?: ImageFormat) => string;
};

export function addressesOf(key: string, scene: Scene): Addresses {
  const of = (turn: number, format: ImageFormat = "jpg") =>
    `/i/${key}.${format}?${new URLSearchParams(scene.values(turn))}`;
  let turn = 0;
  return {
    of,
    next(format) {
      turn += 1;
      return of(turn, format);
    },
  };
}
