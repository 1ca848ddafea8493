import { join } from "node:path";
import { env } from "@/lib/server/env";

/** The programs that run beside the server, by name: one kind of child never reads what another is for. */
export type ChildName = "decode-child" | "svg-child" | "font-child" | "paint-worker";

/**
 * The compiled program of a child process. Node runs no TypeScript, and a bundle cannot tell where it lies,
 * so the build writes children to one known folder.
 */
export function childEntry(name: ChildName, folder: string = env().BUILD_DIR): string {
  return join(folder, `${name}.mjs`);
}
