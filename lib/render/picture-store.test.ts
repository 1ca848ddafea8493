import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPictureStore } from "./picture-store";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, open: vi.fn(real.open), readdir: vi.fn(real.readdir) };
});

const really = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");

let folder: string;
let shard: string;

beforeEach(async () => {
  vi.mocked(readdir).mockClear();
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  shard = join(folder, keyOf(1).slice(0, 2));
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
      await store.put(keyOf(1), picture(1000, quality));
      const back = await createPictureStore({ folder }).get(keyOf(1));
      expect(back?.quality).toBe(quality);
      expect(Buffer.from(back?.bytes ?? []).equals(Buffer.alloc(1000, 7))).toBe(true);
      expect(await store.get(keyOf(2))).toBeNull();
    },
  );

  test("are readable by their owner only", async () => {
    const store = createPictureStore({ folder });
    await store.put(keyOf(1), picture(10));
    const [file = ""] = await filesIn(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ["changed", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([8])])],
    ["empty", () => Buffer.alloc(0)],
  ])("count as not there when they are %s, and are removed", async (_name, damage) => {
    const store = createPictureStore({ folder });
    await store.put(keyOf(1), picture(1000));
    const [file = ""] = await filesIn(folder);
    await writeFile(file, damage(await readFile(file)));
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(file, longAgo, longAgo);
    expect(await store.get(keyOf(1))).toBeNull();
    expect(await filesIn(folder)).toEqual([]);
  });

  test.each(["../../etc/passwd", "a/b/c/d/e/f/g/h/i/j", "", "short", "key\0key\0key\0key\0key"])(
    "have no key like %j",
    async (key) => {
      const store = createPictureStore({ folder });
      await store.put(key, picture(10));
      expect(await filesIn(folder)).toEqual([]);
      expect(await store.get(key)).toBeNull();
    },
  );

  test("that cannot be written are left, and nobody is disturbed", async () => {
    const blocked = join(folder, "file");
    await writeFile(blocked, "in the way");
    const errors: unknown[] = [];
    const store = createPictureStore({ folder: blocked, onError: (error) => errors.push(error) });
    await store.put(keyOf(1), picture(10));
    expect(errors).toHaveLength(1);
    expect(await store.get(keyOf(1))).toBeNull();
  });

  test("are dropped when too many wait to be written", async () => {
    const store = createPictureStore({ folder });
    await Promise.all(Array.from({ length: 100 }, (_, index) => store.put(keyOf(index), picture(10))));
    expect((await filesIn(folder)).length).toBe(32);
  });

  test("that are old or too many go, the least recently used first", async () => {
    const store = createPictureStore({ folder, maxBytes: 5_000, maxAgeMs: 60_000 });
    const before = createPictureStore({ folder });
    for (const index of [1, 2, 3]) await before.put(keyOf(index), picture(1_900));
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    const fileOf = async (index: number) =>
      (await filesIn(folder)).find((file) => file.endsWith(keyOf(index))) ?? "";
    await utimes(await fileOf(1), ago(120), ago(120));
    await utimes(await fileOf(2), ago(30), ago(30));
    await utimes(await fileOf(3), ago(10), ago(10));
    await store.put(keyOf(4), picture(1_900));
    expect(await store.get(keyOf(1))).toBeNull();
    expect(await store.get(keyOf(2))).toBeNull();
    expect(await store.get(keyOf(3))).not.toBeNull();
    expect(await store.get(keyOf(4))).not.toBeNull();
  });

  test("take little more room than they may, however many come", async () => {
    const store = createPictureStore({ folder, maxBytes: 20_000 });
    const sizes: number[] = [];
    for (let index = 0; index < 200; index += 1) {
      await store.put(keyOf(index), picture(500));
      sizes.push((await filesIn(folder)).length * 533);
    }
    expect(Math.max(...sizes)).toBeLessThan(22_600);
    expect(await store.get(keyOf(199))).not.toBeNull();
  });

  test("are looked through once at a time, whatever is written meanwhile, and a fault in that is told", async () => {
    let under = 0;
    let most = 0;
    const slowly = async (...args: Parameters<typeof really.readdir>) => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((done) => setTimeout(done, 20));
      under -= 1;
      return really.readdir(...args);
    };
    const errors: unknown[] = [];
    // The folder is not there yet, which is no fault.
    const store = createPictureStore({
      folder: join(folder, "new"),
      maxBytes: 5_000,
      onError: (error) => errors.push(error),
    });
    await new Promise((done) => setImmediate(done));
    vi.mocked(readdir).mockImplementation(Object.assign(slowly));
    await Promise.all(Array.from({ length: 30 }, (_, index) => store.put(keyOf(index), picture(1_000))));
    expect(most).toBe(1);
    expect(errors).toEqual([]);
    const broken = new Error("EIO: i/o error, scandir");
    vi.mocked(readdir).mockRejectedValueOnce(broken);
    await store.put(keyOf(40), picture(1_000));
    expect(errors).toEqual([broken]);
    expect(await store.get(keyOf(40))).not.toBeNull();
    vi.mocked(readdir).mockImplementation(really.readdir);
  });

  test("leave no half-written file behind where there is no room for all of one", async () => {
    const errors: unknown[] = [];
    const store = createPictureStore({ folder, onError: (error) => errors.push(error) });
    vi.mocked(open).mockImplementationOnce(async (...args) => {
      const handle = await really.open(...args);
      vi.spyOn(handle, "writeFile").mockImplementation(async () => {
        await handle.write("part");
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      });
      return handle;
    });
    await mkdir(shard);
    await store.put(keyOf(1), picture(1_000));
    expect([errors.length, await filesIn(folder)]).toEqual([1, []]);
    await store.put(keyOf(1), picture(1_000));
    expect(await store.get(keyOf(1))).not.toBeNull();
  });

  test("stay where a file cannot be opened for another of their name", async () => {
    const errors: unknown[] = [];
    const store = createPictureStore({ folder, onError: (error) => errors.push(error) });
    await store.put(keyOf(1), picture(1_000));
    const full = Object.assign(new Error("EMFILE: too many open files, open"), { code: "EMFILE" });
    vi.mocked(open).mockRejectedValueOnce(full);
    await store.put(keyOf(1), picture(1_000));
    expect(errors).toEqual([full]);
    expect(await store.get(keyOf(1))).not.toBeNull();
  });

  test("that another process has put, or is putting, are left to it", async () => {
    const errors: unknown[] = [];
    const stores = [1, 2].map(() => createPictureStore({ folder, onError: (error) => errors.push(error) }));
    await Promise.all(stores.map((store) => store.put(keyOf(1), picture(1_000))));
    expect(errors).toEqual([]);
    expect(await stores[0]?.get(keyOf(1))).not.toBeNull();
    // One that has been begun, and is not whole yet.
    const [file = ""] = await filesIn(folder);
    await writeFile(file, (await readFile(file)).subarray(0, 100));
    expect(await stores[1]?.get(keyOf(1))).toBeNull();
    expect(await filesIn(folder)).toEqual([file]);
  });
});
