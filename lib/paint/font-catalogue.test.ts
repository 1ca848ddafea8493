import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Blob, Face } from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { chooseFace, FALLBACK_FAMILIES, FALLBACK_FAMILY, FONT_FAMILIES } from "./font-catalogue";

const PUBLIC = join(import.meta.dirname, "../../public");
const families = [...FONT_FAMILIES, ...FALLBACK_FAMILIES];
const faces = families.flatMap((family) => family.faces);

/** A name of the file's `name` table: 1 and 2 are family and style, 16 the family without its weight. */
function nameOf(face: Face, id: number): string {
  return face.listNames().some((entry) => entry.nameId === id) ? face.getName(id, "en") : "";
}

describe("FONT_FAMILIES", () => {
  it("lists each font file once, and every file that is there", () => {
    const files = readdirSync(join(PUBLIC, "fonts"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ttf"))
      .map((file) => `/fonts/${file.replaceAll("\\", "/")}`);
    expect(faces.map((face) => face.file).sort()).toEqual(files.sort());
  });

  it("has at least twelve families, each under a name of its own", () => {
    const names = families.map((family) => family.family.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(FONT_FAMILIES.length).toBeGreaterThanOrEqual(12);
    expect(names).toContain(FALLBACK_FAMILY.toLowerCase());
  });

  it.each(faces)("$file is $family, weight $weight, italic $italic", (entry) => {
    const face = new Face(new Blob(readFileSync(join(PUBLIC, entry.file))));
    expect(nameOf(face, 16) || nameOf(face, 1)).toBe(entry.family);
    const os2 = face.referenceTable("OS/2");
    expect(os2, "OS/2 table").toBeDefined();
    if (!os2) return;
    const view = new DataView(os2.buffer, os2.byteOffset, os2.byteLength);
    expect(view.getUint16(4), "usWeightClass").toBe(entry.weight);
    expect(view.getUint16(62) & 1, "fsSelection, bit 0").toBe(entry.italic ? 1 : 0);
  });

  it("keeps the licence beside the files of each family", () => {
    for (const { faces: own } of families) {
      const folder = join(PUBLIC, own[0]?.file ?? "", "..");
      expect(readdirSync(folder)).toContain("LICENSE.txt");
    }
  });
});

describe("chooseFace", () => {
  it.each([
    ["Inter", 500, false, "/fonts/inter/500.ttf"],
    ["Inter", 900, false, "/fonts/inter/800.ttf"],
    ["Inter", 100, false, "/fonts/inter/400.ttf"],
    ["Inter", 600, true, "/fonts/inter/700i.ttf"],
    ["Roboto", 600, false, "/fonts/roboto/700.ttf"],
    ["Lora", 500, false, "/fonts/lora/400.ttf"],
    ["Montserrat", 400, true, "/fonts/montserrat/400.ttf"],
    ["Noto Sans Thai", 600, true, "/fonts/noto-sans-thai/700.ttf"],
    ["No Such Family", 700, false, "/fonts/inter/700.ttf"],
    ["__proto__", 400, false, "/fonts/inter/400.ttf"],
  ])("%s %i italic %s is %s", (family, weight, italic, file) => {
    expect(chooseFace(family, weight, italic).file).toBe(file);
  });
});
