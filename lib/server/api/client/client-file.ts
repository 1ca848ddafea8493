import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The files of the typed client, as people take them along, and its example. */
export const CLIENT_FILES = ["nameplate.ts", "nameplate-error.ts", "api.ts", "example.ts"] as const;

export function readClientFile(name: (typeof CLIENT_FILES)[number]): Promise<string> {
  return readFile(join(process.cwd(), "client", name), "utf8");
}
