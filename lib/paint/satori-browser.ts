import satori, { init } from "satori/standalone";
import type { SatoriLike } from "./satori-like";

let ready: Promise<SatoriLike> | undefined;

/**
 * satori for the browser. Its layout engine is a file of its own, fetched once; a failed fetch is tried again
 * by the next call.
 */
export function satoriBrowser(): Promise<SatoriLike> {
  ready ??= init(fetch(new URL("satori/layout.wasm", import.meta.url))).then(
    () => satori,
    (error) => {
      ready = undefined;
      throw error;
    },
  );
  return ready;
}
