import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { UsageBatch } from "./add-usage";

/** Counts on disk while the database is away, so that a process that ends meanwhile takes none along. */
export type UsageBuffer = {
  /** Keeps these batches, in place of what this process kept before. */
  keep: (batches: readonly UsageBatch[]) => Promise<void>;
  /** Forgets what this process kept. */
  clear: () => Promise<void>;
  /** What processes left behind that keep nothing any more; `done` says that it was added. */
  leftBehind: (now: number) => Promise<{ batches: UsageBatch[]; done: () => Promise<void> }>;
};

/** A process that lives writes its file anew every few seconds. */
const LEFT_AFTER_MS = 60_000;

const whole = z.number().int().nonnegative();
const stored = z.array(
  z.object({
    id: z.string().min(1).max(100),
    rows: z.array(
      z.object({
        workspaceId: z.string(),
        projectId: z.string(),
        day: z.iso.date(),
        served: whole,
        rendered: whole,
      }),
    ),
  }),
);

/**
 * A file for each process in a folder that several may share. It holds counts by project and day, no more of them than
 * fit into memory. A batch that is read by two processes is added once all the same: the database knows it by its id.
 */
export function createUsageBuffer(folder: string): UsageBuffer {
  const name = `${randomUUID()}.json`;
  const file = join(/*turbopackIgnore: true*/ folder, name);
  let isKept = false;

  return {
    async keep(batches) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.new`, JSON.stringify(batches), { mode: 0o600 });
      await rename(`${file}.new`, file);
      isKept = true;
    },
    async clear() {
      if (!isKept) return;
      await rm(file, { force: true });
      isKept = false;
    },
    async leftBehind(now) {
      const names = await readdir(/*turbopackIgnore: true*/ folder).catch(() => []);
      const batches: UsageBatch[] = [];
      const read: string[] = [];
      for (const each of names.filter((one) => one.endsWith(".json") && one !== name)) {
        const path = join(/*turbopackIgnore: true*/ folder, each);
        const facts = await stat(path).catch(() => null);
        if (!facts || now - facts.mtimeMs < LEFT_AFTER_MS) continue;
        const text = await readFile(/*turbopackIgnore: true*/ path, "utf8").catch(() => null);
        if (text === null) continue;
        batches.push(...parsed(text));
        read.push(path);
      }
      return {
        batches,
        done: async () => {
          for (const path of read) await rm(path, { force: true });
        },
      };
    },
  };
}

/** What cannot be read any more counted nothing. */
function parsed(text: string): UsageBatch[] {
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
