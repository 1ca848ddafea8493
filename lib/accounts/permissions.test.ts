import { expect, test } from "vitest";
import { ACTIONS, allowed, ROLES } from "./permissions";

test("the table, written out", () => {
  const table = Object.fromEntries(
    ACTIONS.map((action) => [action, ROLES.filter((role) => allowed(role, action)).join(" ")]),
  );
  expect(table).toEqual({
    "workspace.read": "owner admin editor viewer",
    "workspace.edit": "owner admin",
    "project.read": "owner admin editor viewer",
    "project.create": "owner admin editor",
    "project.edit": "owner admin editor",
    "template.read": "owner admin editor viewer",
    "template.create": "owner admin editor",
    "template.edit": "owner admin editor",
    "template.delete": "owner admin editor",
    "template.publish": "owner admin editor",
    "template.export": "owner admin editor",
    "starter.read": "owner admin editor viewer",
    "starter.create": "owner admin editor",
    "starter.edit": "owner admin editor",
    "starter.delete": "owner admin",
    "template.lock": "owner admin",
    "brand.read": "owner admin editor viewer",
    "brand.edit": "owner admin",
    "version.read": "owner admin editor viewer",
    "version.edit": "owner admin editor",
    "asset.read": "owner admin editor viewer",
    "asset.create": "owner admin editor",
    "asset.edit": "owner admin editor",
    "asset.delete": "owner admin editor",
    "font.read": "owner admin editor viewer",
    "font.create": "owner admin editor",
    "font.edit": "owner admin editor",
    "font.delete": "owner admin editor",
    "remote-image.read": "owner admin editor viewer",
  });
});

test.each([
  ["owner", "template.explode"],
  ["owner", "toString"],
  ["owner", "__proto__"],
  ["root", "template.read"],
  ["", "template.read"],
])("%s may not %s: what is not in the table is refused", (role, action) => {
  expect(allowed(role, action)).toBe(false);
});
