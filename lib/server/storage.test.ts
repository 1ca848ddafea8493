import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFolderStorage, type Storage } from "./storage";

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nameplate-storage-"));
  storage = createFolderStorage(join(folder, "files"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("gives back the bytes that were put, and null once they are removed", async () => {
  await storage.put("ws_1/a-picture.png", Buffer.from([0, 255, 10]));
  expect(await storage.get("ws_1/a-picture.png")).toEqual(Buffer.from([0, 255, 10]));
  await storage.put("ws_1/a-picture.png", Buffer.from("later"));
  expect((await storage.get("ws_1/a-picture.png"))?.toString()).toBe("later");
  await storage.remove("ws_1/a-picture.png");
  await storage.remove("ws_1/a-picture.png");
  expect(await storage.get("ws_1/a-picture.png")).toBeNull();
});

test("no name leads out of the folder", async () => {
  for (const key of [
    "../out",
    "a/../../out",
    "/etc/out",
    "a//b",
    "",
    ".",
    "a/.",
    "a\\b",
    "a\0b",
    "Łódź",
    "a b",
  ]) {
    await expect(storage.put(key, Buffer.from("x")), key).rejects.toThrow(/storage key/);
    await expect(storage.get(key), key).rejects.toThrow(/storage key/);
  }
  expect(readdirSync(folder)).toEqual([]);
});
