import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLocalStorage } from "./storage";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, open: vi.fn(real.open) };
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "storage-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("createLocalStorage", () => {
  it("keeps, replaces, gives and removes bytes", async () => {
    const storage = createLocalStorage(join(folder, "new"));
    await storage.put("assets/ws1/logo.png", Buffer.from("Łódź"));
    await storage.put("assets/ws1/logo.png", Buffer.from("Nguyễn"));
    expect((await storage.get("assets/ws1/logo.png")).toString()).toBe("Nguyễn");
    await storage.remove("assets/ws1/logo.png");
    await storage.remove("assets/ws1/logo.png");
    await expect(storage.get("assets/ws1/logo.png")).rejects.toMatchObject({ code: "not_found" });
    await expect(storage.get("assets")).rejects.toMatchObject({ code: "not_found" });
  });

  it("says what is there", async () => {
    const storage = createLocalStorage(join(folder, "new"));
    expect(await storage.has("a/b")).toBe(false);
    await storage.put("a/b", Buffer.from("x"));
    expect(await storage.has("a/b")).toBe(true);
    await expect(storage.has("../a")).rejects.toMatchObject({ code: "invalid" });
  });

  it("leaves the newest files of a folder, and all of another", async () => {
    const storage = createLocalStorage(folder);
    await storage.trim("kept", 2);
    for (const [age, key] of ["kept/d", "kept/b", "kept/a", "kept/c", "other/e"].entries()) {
      await storage.put(key, Buffer.from(key));
      const then = Date.now() / 1000 - age * 60;
      await utimes(join(folder, key), then, then);
    }
    await storage.trim("kept", 2);
    expect((await readdir(join(folder, "kept"))).sort()).toEqual(["b", "d"]);
    expect(await storage.has("other/e")).toBe(true);
    await expect(storage.trim("../kept", 0)).rejects.toMatchObject({ code: "invalid" });
  });

  it("lets only the owner read", async () => {
    const storage = createLocalStorage(join(folder, "new"));
    await storage.put("a/b", Buffer.from("x"));
    const mode = async (path: string) => (await stat(join(folder, "new", path))).mode & 0o777;
    expect([await mode("."), await mode("a"), await mode("a/b")]).toEqual([0o700, 0o700, 0o600]);
  });

  it("refuses every key that could leave the folder or meet another on some file system", async () => {
    const storage = createLocalStorage(folder);
    const keys = [
      "",
      "/a",
      "a/",
      "a//b",
      "..",
      "../a",
      "a/../b",
      "a/..",
      "./a",
      ".drafts/a",
      "a\\b",
      "C:\\a",
      "A",
      "é",
    ];
    keys.push("a\0", "a b", "a%2e%2e", "a/.hidden", "a".repeat(513), "constructor/../x", "a\n");
    for (const key of keys) {
      await expect(storage.put(key, Buffer.from("x")), JSON.stringify(key)).rejects.toMatchObject({
        code: "invalid",
      });
      await expect(storage.get(key), JSON.stringify(key)).rejects.toMatchObject({ code: "invalid" });
      await expect(storage.remove(key), JSON.stringify(key)).rejects.toMatchObject({
        code: "invalid",
      });
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it("gives back exactly what was put, whatever the bytes", async () => {
    const storage = createLocalStorage(folder);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        await storage.put("x/y", bytes);
        expect(new Uint8Array(await storage.get("x/y"))).toEqual(bytes);
      }),
      { numRuns: 25 },
    );
  });

  it("shows readers the old bytes or the new, never a part, and leaves no drafts", async () => {
    const storage = createLocalStorage(folder);
    const versions = [Buffer.alloc(300_000, 1), Buffer.alloc(300_000, 2)];
    await storage.put("k", Buffer.alloc(300_000, 1));
    const writes = Array.from({ length: 20 }, (_, index) =>
      storage.put("k", versions[index % 2] ?? Buffer.alloc(0)),
    );
    for (let read = 0; read < 40; read += 1) {
      const bytes = await storage.get("k");
      expect(versions.some((version) => version.equals(bytes))).toBe(true);
    }
    await Promise.all(writes);
    expect(await readdir(join(folder, ".drafts"))).toEqual([]);
  });

  it("keeps the old bytes and no draft when writing fails", async () => {
    const storage = createLocalStorage(folder);
    await storage.put("k", Buffer.from("old"));
    await mkdir(join(folder, "taken", "x"), { recursive: true });
    await expect(storage.put("taken", Buffer.from("new"))).rejects.toThrow();
    await expect(storage.put("k/below", Buffer.from("new"))).rejects.toThrow();
    expect(await readFile(join(folder, "k"), "utf8")).toBe("old");
    expect(await readdir(join(folder, ".drafts"))).toEqual([]);
  });

  it.each([
    ["ENOSPC", "storage_full", 507],
    ["EDQUOT", "storage_full", 507],
    ["EROFS", "unavailable", 503],
    ["EMFILE", "unavailable", 503],
  ])(
    "says what to do when the system refuses with %s, and leaves nothing half-written",
    async (code, ...said) => {
      const storage = createLocalStorage(folder);
      await storage.put("k", Buffer.from("old"));
      const { open: really } = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
      vi.mocked(open).mockImplementationOnce(async (...args) => {
        const handle = await really(...args);
        handle.writeFile = async () => {
          await handle.write("ne");
          throw Object.assign(new Error(`${code}: refused, write`), { code });
        };
        return handle;
      });
      const error = await storage.put("k", Buffer.from("new")).catch((reason: unknown) => reason);
      expect([Object(error).code, Object(error).status]).toEqual(said);
      expect(Object(error).message).toMatch(/Nothing was changed/);
      expect(await readFile(join(folder, "k"), "utf8")).toBe("old");
      expect(await readdir(join(folder, ".drafts"))).toEqual([]);
    },
  );

  it("sweeps drafts that a killed process left a day ago, and no younger ones", async () => {
    await mkdir(join(folder, ".drafts"));
    for (const [name, age] of [
      ["old", 25],
      ["young", 1],
    ] as const) {
      await writeFile(join(folder, ".drafts", name), "half");
      const then = Date.now() / 1000 - age * 3600;
      await utimes(join(folder, ".drafts", name), then, then);
    }
    await createLocalStorage(folder).put("k", Buffer.from("x"));
    expect(await readdir(join(folder, ".drafts"))).toEqual(["young"]);
  });
});
