import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceSlug } from "./workspace-slug";

test.each([
  ["Nguyễn Thị Hoa", "nguyen-thi-hoa"],
  ["Maeve O'Neil", "maeve-oneil"],
  ["Łódź & Co.", "lodz-co"],
  ["Donaudampfschifffahrtsgesellschaft Linz AG", "donaudampfschifffahrtsgesellschaft-linz"],
  ["Щёголева", ""],
  ["  ", ""],
  ["{{first_name}}", "first-name"],
  ["Sign in", "sign-in-team"],
  ["I", "i-team"],
])("%j becomes %j", (name, slug) => {
  expect(workspaceSlug(name)).toBe(slug);
});

test("every page and route of the app is reserved", () => {
  const app = join(import.meta.dirname, "../../app");
  const names = readdirSync(app, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => (entry.name.startsWith("(") ? readdirSync(join(app, entry.name)) : [entry.name]))
    .filter((name) => /^[a-z0-9-]+$/.test(name));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(workspaceSlug(name)).not.toBe(name);
});
