import satori from "satori";
import type { SatoriLike } from "./satori-like";

/** satori for Node: the build that carries its layout engine inside. */
export async function satoriNode(): Promise<SatoriLike> {
  return satori;
}
