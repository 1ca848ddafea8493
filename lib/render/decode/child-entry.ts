import { join } from "node:path";
import { env } from "@/lib/server/env";

/**
 * The compiled program of a child process. Node runs no TypeScript, and a bundle cannot tell where it lies,
 * so the build writes children to one known folder.
 */
export function childEntry(name: "decode-child", folder: string = env().BUILD_DIR): string {
  return join(folder, `${name}.mjs`);
}
