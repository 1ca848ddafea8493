import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { iconsOf, searchIcons } from "./icon-set";

const file = JSON.parse(readFileSync(join(process.cwd(), "public", "icons", "lucide.json"), "utf8"));
const icons = iconsOf(file.icons);
const names = (search: string) => searchIcons(icons, search).map(({ name }) => name);

describe("the icon set", () => {
  test("every icon can stand in a document, and the licence comes along", () => {
    expect(icons.length).toBe(file.icons.length);
    expect(icons.length).toBeGreaterThan(1500);
    expect(new Set(icons.map(({ name }) => name)).size).toBe(icons.length);
    expect(file.licence).toMatch(/^ISC License/);
  });

  test("found by name, by old names and by what people call it; the nearest name first", () => {
    expect(names("heart")[0]).toBe("heart");
    expect(names("shopping cart")[0]).toBe("shopping-cart");
    expect(names("envelope")).toContain("mail");
    expect(names("user circle")).toContain("circle-user");
    expect(names("  HEART ")[0]).toBe("heart");
    expect(names("nothing is called so")).toEqual([]);
    expect(searchIcons(icons, "")).toBe(icons);
  });
});
