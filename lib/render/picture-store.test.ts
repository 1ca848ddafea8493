import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPictureStore } from "./picture-store";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keyOf = (index: number) => `key_${String(index).padStart(20, "0")}`;
const picture = (size: number, quality: number | null = 80) => ({ bytes: Buffer.alloc(size, 7), quality });

async function filesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("pictures on disk", () => {
  test.each([80, null])(
    "come back as they were, quality %s included, also in another process",
    async (quality) => {
      const store = createPictureStore({ folder });
      store.put(keyOf(1), picture(1000, quality));
      await store.settled();
      const back = await createPictureStore({ folder }).get(keyOf(1));
      expect(back?.quality).toBe(quality);
      expect(Buffer.from(back?.bytes ?? []).equals(Buffer.alloc(1000, 7))).toBe(true);
      expect(await store.get(keyOf(2))).toBeNull();
    },
  );

  test("are readable by their owner only", async () => {
    const store = createPictureStore({ folder });
    store.put(keyOf(1), picture(10));
    await store.settled();
    const [file = ""] = await filesIn(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ["changed", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([8])])],
    ["empty", () => Buffer.alloc(0)],
  ])("count as not there when they are %s, and are removed", async (_name, damage) => {
    const store = createPictureStore({ folder });
    store.put(keyOf(1), picture(1000));
    await store.settled();
    const [file = ""] = await filesIn(folder);
    await writeFile(file, damage(await readFile(file)));
    expect(await store.get(keyOf(1))).toBeNull();
    expect(await filesIn(folder)).toEqual([]);
  });

  test.each(["../../etc/passwd", "a/b/c/d/e/f/g/h/i/j", "", "short", "key\0key\0key\0key\0key"])(
    "have no key like %j",
    async (key) => {
      const store = createPictureStore({ folder });
      store.put(key, picture(10));
      await store.settled();
      expect(await filesIn(folder)).toEqual([]);
      expect(await store.get(key)).toBeNull();
    },
  );

  test("that cannot be written are left, and nobody is disturbed", async () => {
    const blocked = join(folder, "file");
    await writeFile(blocked, "in the way");
    const errors: unknown[] = [];
    const store = createPictureStore({ folder: blocked, onError: (error) => errors.push(error) });
    store.put(keyOf(1), picture(10));
    await store.settled();
    expect(errors).toHaveLength(1);
    expect(await store.get(keyOf(1))).toBeNull();
  });

  test("are dropped when too many wait to be written", async () => {
    const store = createPictureStore({ folder });
    for (let index = 0; index < 100; index += 1) store.put(keyOf(index), picture(10));
    await store.settled();
    expect((await filesIn(folder)).length).toBe(32);
  });

  test("that are old or too many go, the least recently used first", async () => {
    const store = createPictureStore({ folder, maxBytes: 5_000, maxAgeMs: 60_000, sweepEvery: 1 });
    const before = createPictureStore({ folder });
    for (const index of [1, 2, 3]) before.put(keyOf(index), picture(1_900));
    await before.settled();
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    const fileOf = async (index: number) =>
      (await filesIn(folder)).find((file) => file.endsWith(keyOf(index))) ?? "";
    await utimes(await fileOf(1), ago(120), ago(120));
    await utimes(await fileOf(2), ago(30), ago(30));
    await utimes(await fileOf(3), ago(10), ago(10));
    store.put(keyOf(4), picture(1_900));
    await store.settled();
    expect(await store.get(keyOf(1))).toBeNull();
    expect(await store.get(keyOf(2))).toBeNull();
    expect(await store.get(keyOf(3))).not.toBeNull();
    expect(await store.get(keyOf(4))).not.toBeNull();
  });

  test("leave no half-written file behind", async () => {
    const store = createPictureStore({ folder });
    store.put(keyOf(1), picture(10));
    await store.settled();
    const shard = join((await filesIn(folder))[0] ?? "", "..");
    await chmod(shard, 0o500);
    store.put(keyOf(1), picture(20));
    await store.settled();
    await chmod(shard, 0o700);
    expect((await filesIn(folder)).filter((file) => file.includes("/."))).toEqual([]);
  });
});
