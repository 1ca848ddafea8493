import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "./env";
import { processWide } from "./process-registry";

/** Bytes kept under names. Names are made by us: lower case letters, digits and dashes, in folders by slashes. */
export type Storage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** null when nothing is kept under the name. */
  get: (key: string) => Promise<Buffer | null>;
  /** Removing what is not there is fine. */
  remove: (key: string) => Promise<void>;
};

const KEY = /^[a-zA-Z0-9_-]+(\/[a-zA-Z0-9_-]+)*(\.[a-z0-9]+)?$/;

/** The storage of this process: a folder inside the data folder. */
export function storage(): Storage {
  return processWide("storage", () => createFolderStorage(join(env().DATA_DIR, "files")));
}

/** Storage in a folder. A file appears whole or not at all, so a reader never sees half of one. */
export function createFolderStorage(folder: string): Storage {
  return {
    async put(key, bytes) {
      const file = fileOf(folder, key);
      const draft = `${file}.${randomBytes(6).toString("hex")}`;
      await mkdir(dirname(file), { recursive: true });
      try {
        await writeFile(draft, bytes);
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      try {
        return await readFile(fileOf(folder, key));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (key) => rm(fileOf(folder, key), { force: true }),
  };
}

/** Refuses whatever could lead out of the folder. */
function fileOf(folder: string, key: string): string {
  if (!KEY.test(key))
    throw new Error(`A storage key is letters, digits, dashes and slashes, and not ${JSON.stringify(key)}.`);
  return join(folder, ...key.split("/"));
}
