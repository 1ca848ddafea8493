import { beforeEach, describe, expect, it } from "vitest";
import type { FontRow } from "@/lib/server/picture-reads";
import { createWorkspaceFonts, familiesOf, isUserFont, loadUserFont } from "./user-fonts";

const row = (familyKey: string, weight = 400): FontRow => ({
  familyKey,
  family: "Acme",
  weight,
  italic: false,
  storageKey: `fonts/wsp_a/fnt_${weight}`,
  deleted: false,
});

let clock: number;
let rows: FontRow[];
let reads: number;
let away: boolean;
let lost: string[];
let looked: string[];
let told: string[];

beforeEach(() => {
  clock = 1;
  reads = 0;
  away = false;
  lost = [];
  looked = [];
  told = [];
  rows = [row("f_a")];
});

function fonts() {
  const created = createWorkspaceFonts({
    read: async () => {
      reads += 1;
      if (away) throw new Error("the database is away");
      return rows;
    },
    isReadable: async (file) => {
      looked.push(file);
      return !lost.includes(file);
    },
    onUnreadable: (file) => told.push(file),
    now: () => clock,
  });
  return async (wanted?: string[]) => (await created.families("wsp_a", wanted)).map(({ family }) => family);
}

it("a face that takes a deleted one's place is the one that is used, and a deleted one stays until then", () => {
  const file = (...given: Partial<FontRow>[]) =>
    familiesOf(given.map((change) => ({ ...row("f_a"), ...change })))[0]?.faces.map((face) => face.file);
  const old = { storageKey: "fonts/wsp_a/old", deleted: true };
  const fresh = { storageKey: "fonts/wsp_a/fresh" };
  expect(file(old)).toEqual(["/user-fonts/wsp_a/old"]);
  expect(file(old, fresh)).toEqual(["/user-fonts/wsp_a/fresh"]);
  expect(file(fresh, old)).toEqual(["/user-fonts/wsp_a/fresh"]);
  expect(file({ ...fresh, deleted: true }, old)).toEqual(["/user-fonts/wsp_a/old"]);
});

it("faces of one family stand together", () => {
  const families = familiesOf([row("f_a"), row("f_b"), row("f_a", 700)]);
  expect(families.map(({ family, label, faces }) => [family, label, faces.length])).toEqual([
    ["f_a", "Acme", 2],
    ["f_b", "Acme", 1],
  ]);
  expect(families[0]?.faces[1]?.file).toBe("/user-fonts/wsp_a/fnt_700");
});

it("a file of another folder is not to be had", async () => {
  for (const file of [
    "/fonts/inter/400.ttf",
    "/user-fonts/../secret",
    "/user-fonts/wsp_a",
    "/user-assets/a/b",
    "",
  ]) {
    expect(isUserFont(file), file).toBe(false);
    await expect(loadUserFont(file), file).rejects.toMatchObject({ code: "not_found" });
  }
  expect(isUserFont("/user-fonts/wsp_a/fnt_b")).toBe(true);
});

describe("a workspace's list", () => {
  it("is read once in three seconds", async () => {
    const list = fonts();
    await Promise.all([list(), list(), list()]);
    clock = 3000;
    await list();
    expect(reads).toBe(1);
    clock = 3001;
    rows = [row("f_a"), row("f_b")];
    expect(await list()).toEqual(["f_a", "f_b"]);
    expect(reads).toBe(2);
  });

  it("is read again sooner where a family is missing, and not more than once a second", async () => {
    const list = fonts();
    await list();
    clock = 1001;
    rows = [row("f_a"), row("f_b")];
    expect(await list(["f_b"])).toEqual(["f_a", "f_b"]);
    for (let time = 1001; time < 2000; time += 100) {
      clock = time;
      await list(["f_c"]);
    }
    expect(reads).toBe(2);
  });

  it("serves on while the database is away, and fails where nothing is known", async () => {
    const list = fonts();
    await list();
    away = true;
    clock = 10_000;
    expect(await list()).toEqual(["f_a"]);
    await expect(fonts()()).rejects.toThrow("away");
  });

  it("leaves out a family that is wanted and whose file is lost, and says so now and then", async () => {
    rows = [row("f_a"), { ...row("f_b"), storageKey: "fonts/wsp_a/lost" }, row("f_c")];
    lost = ["/user-fonts/wsp_a/lost"];
    const list = fonts();
    expect(await list(["f_a", "f_b"])).toEqual(["f_a", "f_c"]);
    for (clock = 2; clock < 60_000; clock += 500) await list(["f_a", "f_b"]);
    expect(looked).toEqual(["/user-fonts/wsp_a/fnt_400", "/user-fonts/wsp_a/lost"]);
    expect(told).toEqual(lost);
    lost = [];
    clock += 60_000;
    expect(await list(["f_a", "f_b"])).toEqual(["f_a", "f_b", "f_c"]);
    expect(looked).toHaveLength(3);
    expect(told).toHaveLength(1);
  });
});
