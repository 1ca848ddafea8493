import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLocalStorage } from "@/lib/server/storage";
import { createKeep } from "./keep";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keep-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("what was kept is found by another process, whatever its name", async () => {
  const keep = createKeep(createLocalStorage(folder));
  await Promise.all([
    keep.put("link:../../etc/passwd", { state: "live", names: ["Nguyễn", "O'Neil"] }),
    keep.put("link:a", 1),
    keep.put("link:a", 2),
  ]);
  const other = createKeep(createLocalStorage(folder));
  expect(await other.get("link:../../etc/passwd")).toEqual({ state: "live", names: ["Nguyễn", "O'Neil"] });
  expect(await other.get("link:a")).toBe(2);
  expect(await other.get("link:b")).toBeNull();
});

test("the same value again is not written again", async () => {
  const storage = createLocalStorage(folder);
  let puts = 0;
  const keep = createKeep({
    ...storage,
    put: (...args) => {
      puts += 1;
      return storage.put(...args);
    },
  });
  for (let round = 0; round < 3; round += 1) {
    await keep.put("a", { value: 1 });
  }
  await keep.put("a", { value: 2 });
  expect(puts).toBe(2);
});

test("of several values at once the last one stays, also where it is one that was there before", async () => {
  const keep = createKeep(createLocalStorage(folder));
  await keep.put("a", 1);
  await Promise.all([keep.put("a", 2), keep.put("a", 1)]);
  expect(await keep.get("a")).toBe(1);
  await keep.remove("a");
  expect(await keep.get("a")).toBeNull();
  expect(await readdir(join(folder, "kept"))).toEqual([]);
  await keep.put("a", 1);
  expect(await keep.get("a")).toBe(1);
});

test("a damaged value counts as none, and one that cannot be written disturbs nobody", async () => {
  const keep = createKeep(createLocalStorage(folder));
  await keep.put("a", { value: 1 });
  const [file = ""] = await readdir(join(folder, "kept"));
  await writeFile(join(folder, "kept", file), '{"value":');
  expect(await keep.get("a")).toBeNull();

  const errors: unknown[] = [];
  await writeFile(join(folder, "blocked"), "");
  const failing = createKeep(createLocalStorage(join(folder, "blocked")), {
    onError: (error) => errors.push(error),
  });
  await failing.put("a", 1);
  expect(errors).toHaveLength(1);
  expect(await failing.get("a")).toBeNull();
});

test("what was written longest ago goes when there is too much, and a fault in that disturbs nobody", async () => {
  const storage = createLocalStorage(folder);
  const errors: unknown[] = [];
  let trims = 0;
  const trimmed = {
    ...storage,
    trim: async (below: string, most: number) => {
      trims += 1;
      await storage.trim(below, most);
      if (trims === 2) throw new Error("EIO");
    },
  };
  const keep = createKeep(trimmed, { most: 40, onError: (error) => errors.push(error) });
  for (let index = 0; index < 100; index += 1) await keep.put(`link:${index}`, index);
  expect((await readdir(join(folder, "kept"))).length).toBeLessThanOrEqual(44);
  expect(await keep.get("link:0")).toBeNull();
  expect(await keep.get("link:99")).toBe(99);
  expect(trims).toBeLessThanOrEqual(25);
  expect(errors).toHaveLength(1);
});
