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
  keep.put("link:../../etc/passwd", { state: "live", names: ["Nguyễn", "O'Neil"] });
  keep.put("link:a", 1);
  keep.put("link:a", 2);
  await keep.settled();
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
    keep.put("a", { value: 1 });
    await keep.settled();
  }
  keep.put("a", { value: 2 });
  await keep.settled();
  expect(puts).toBe(2);
});

test("of several values at once the last one stays, also where it is one that was there before", async () => {
  const keep = createKeep(createLocalStorage(folder));
  keep.put("a", 1);
  await keep.settled();
  keep.put("a", 2);
  keep.put("a", 1);
  await keep.settled();
  expect(await keep.get("a")).toBe(1);
  keep.remove("a");
  await keep.settled();
  expect(await keep.get("a")).toBeNull();
  expect(await readdir(join(folder, "kept"))).toEqual([]);
  keep.put("a", 1);
  await keep.settled();
  expect(await keep.get("a")).toBe(1);
});

test("a damaged value counts as none, and one that cannot be written disturbs nobody", async () => {
  const keep = createKeep(createLocalStorage(folder));
  keep.put("a", { value: 1 });
  await keep.settled();
  const [file = ""] = await readdir(join(folder, "kept"));
  await writeFile(join(folder, "kept", file), '{"value":');
  expect(await keep.get("a")).toBeNull();

  const errors: unknown[] = [];
  await writeFile(join(folder, "blocked"), "");
  const failing = createKeep(createLocalStorage(join(folder, "blocked")), (error) => errors.push(error));
  failing.put("a", 1);
  await failing.settled();
  expect(errors).toHaveLength(1);
  expect(await failing.get("a")).toBeNull();
});
