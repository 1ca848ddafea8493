export const ROLES = ["owner", "admin", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

const EVERYONE: readonly Role[] = ROLES;
const EDITORS: readonly Role[] = ["owner", "admin", "editor"];
const ADMINS: readonly Role[] = ["owner", "admin"];

/** Who may do what inside a workspace. The only place that decides it. */
const PERMISSIONS = {
  "workspace.read": EVERYONE,
  "workspace.edit": ADMINS,
  "project.read": EVERYONE,
  "project.create": EDITORS,
  "project.edit": EDITORS,
  "template.read": EVERYONE,
  "template.create": EDITORS,
  "template.edit": EDITORS,
  "template.delete": EDITORS,
  "template.publish": EDITORS,
  "template.export": EDITORS,
  "starter.read": EVERYONE,
  "starter.create": EDITORS,
  "starter.edit": EDITORS,
  "starter.delete": ADMINS,
  "template.lock": ADMINS,
  "brand.read": EVERYONE,
  "brand.edit": ADMINS,
  "version.read": EVERYONE,
  "version.edit": EDITORS,
  "asset.read": EVERYONE,
  "asset.create": EDITORS,
  "asset.edit": EDITORS,
  "asset.delete": EDITORS,
  "font.read": EVERYONE,
  "font.create": EDITORS,
  "font.edit": EDITORS,
  "font.delete": EDITORS,
  "remote-image.read": EVERYONE,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** Whether the role may do the action. A role or an action that is not in the table is refused. */
export function allowed(role: string, action: string): boolean {
  const roles: readonly string[] = isAction(action) ? PERMISSIONS[action] : [];
  return roles.includes(role);
}

function isAction(action: string): action is Action {
  return Object.hasOwn(PERMISSIONS, action);
}

export const ACTIONS: readonly Action[] = Object.keys(PERMISSIONS).filter(isAction);
