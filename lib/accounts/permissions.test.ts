import { expect, test } from "vitest";
import { ACTIONS, allowed, ROLES, staysInProjects } from "./permissions";

test("the table, written out", () => {
  const table = Object.fromEntries(
    ACTIONS.map((action) => [action, ROLES.filter((role) => allowed(role, action)).join(" ")]),
  );
  expect(table).toEqual({
    "workspace.read": "owner admin editor viewer guest",
    "workspace.edit": "owner admin",
    "workspace.leave": "owner admin editor viewer guest",
    "workspace.transfer": "owner",
    "member.read": "owner admin editor viewer",
    "member.edit": "owner admin",
    "key.read": "owner admin",
    "key.edit": "owner admin",
    "webhook.read": "owner admin",
    "webhook.edit": "owner admin",
    "audit.read": "owner admin",
    "usage.read": "owner admin editor viewer",
    "image-hosts.read": "owner admin editor viewer",
    "project.read": "owner admin editor viewer guest",
    "project.create": "owner admin editor",
    "project.edit": "owner admin editor",
    "template.read": "owner admin editor viewer guest",
    "template.create": "owner admin editor",
    "template.import": "owner admin editor",
    "template.edit": "owner admin editor",
    "template.delete": "owner admin editor",
    "template.publish": "owner admin editor",
    "template.export": "owner admin editor",
    "template.lock": "owner admin",
    "image.render": "owner admin editor viewer guest",
    "starter.read": "owner admin editor viewer",
    "starter.create": "owner admin editor",
    "starter.edit": "owner admin editor",
    "starter.delete": "owner admin",
    "brand.read": "owner admin editor viewer",
    "brand.edit": "owner admin",
    "version.read": "owner admin editor viewer guest",
    "version.edit": "owner admin editor",
    "link.read": "owner admin editor viewer guest",
    "link.edit": "owner admin editor",
    "asset.list": "owner admin editor viewer",
    "asset.read": "owner admin editor viewer guest",
    "asset.create": "owner admin editor",
    "asset.replace": "owner admin editor",
    "asset.edit": "owner admin editor",
    "asset.delete": "owner admin editor",
    "font.read": "owner admin editor viewer guest",
    "font.create": "owner admin editor",
    "font.edit": "owner admin editor",
    "font.delete": "owner admin editor",
    "remote-image.read": "owner admin editor viewer guest",
  });
});

test("what reaches over the whole workspace, and so is not for guests and keys of some projects", () => {
  expect(ACTIONS.filter((action) => !staysInProjects(action))).toEqual([
    "workspace.edit",
    "workspace.transfer",
    "member.read",
    "member.edit",
    "key.read",
    "key.edit",
    "webhook.read",
    "webhook.edit",
    "audit.read",
    "image-hosts.read",
    "project.create",
    "template.import",
    "starter.read",
    "starter.create",
    "starter.edit",
    "starter.delete",
    "brand.read",
    "brand.edit",
    "asset.list",
    "asset.create",
    "asset.replace",
    "asset.edit",
    "asset.delete",
    "font.create",
    "font.edit",
    "font.delete",
  ]);
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
