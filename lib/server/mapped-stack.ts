import { readFileSync } from "node:fs";
import { type SourceMap, SourceMap as SourceMapOf } from "node:module";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { LRUCache } from "lru-cache";

/** Maps that are kept; one of a large file takes some megabytes. */
const KEPT = 3;

/** Maps that are read within a minute at most: many faults at once must not keep a process reading. */
const A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** A place in a stack: a file, its line and its column, both from 1. */
const PLACE = /(file:\/\/\/[^\s()]+|\/[^\s():]+):(\d+):(\d+)/g;

/** What is built. */
const PROGRAM = /\.m?js$/;

/** Where a built file says that its map follows. */
const INLINE = "//# sourceMappingURL=data:application/json;base64,";

/**
 * Tells stacks by places in sources instead of built files, for a log. The runtime's own mapping keeps the sources of all
 * that is loaded in memory; this reads a map when there is a stack to tell, and leaves places alone that have none. A stack
 * begins with a message, in which anybody's words may stand: nothing is read but programs in the folders given.
 */
export function createStackMapper(folders: readonly string[], now: () => number): (stack: string) => string {
  const within = folders.map((folder) => resolve(folder) + sep);
  const maps = new LRUCache<string, { map: SourceMap | null }>({ max: KEPT });
  let minute = 0;
  let reads = 0;

  function mapOf(file: string): SourceMap | null {
    const kept = maps.get(file);
    if (kept) return kept.map;
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute) reads = 0;
    minute = current;
    reads += 1;
    if (reads > A_MINUTE) return null;
    const map = readMap(file);
    maps.set(file, { map });
    return map;
  }

  return (stack) =>
    stack.replace(PLACE, (place: string, address: string, line: string, column: string) => {
      const file = fileOf(address);
      const isOurs = PROGRAM.test(file) && within.some((folder) => resolve(file).startsWith(folder));
      const entry = isOurs && mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (!entry || !("originalSource" in entry)) return place;
      return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}

/** The path of an address in a stack; nothing where it is none. */
function fileOf(address: string): string {
  if (!address.startsWith("file:")) return address;
  try {
    return fileURLToPath(address);
  } catch {
    return "";
  }
}

/** The map inside of a built file, or beside it; null where there is none that can be read. */
function readMap(file: string): SourceMap | null {
  // Packages are told as they are installed.
  if (file.includes("/node_modules/")) return null;
  try {
    const built = readFileSync(/*turbopackIgnore: true*/ file, "utf8");
    const at = built.lastIndexOf(INLINE);
    const json =
      at >= 0
        ? Buffer.from(built.slice(at + INLINE.length), "base64").toString("utf8")
        : readFileSync(/*turbopackIgnore: true*/ `${file}.map`, "utf8");
    return new SourceMapOf(JSON.parse(json));
  } catch {
    return null;
  }
}
