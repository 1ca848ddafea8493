export const ROLES = ["owner", "admin", "editor", "viewer", "guest"] as const;
export type Role = (typeof ROLES)[number];

const EVERYONE: readonly Role[] = ROLES;
const MEMBERS: readonly Role[] = ["owner", "admin", "editor", "viewer"];
const EDITORS: readonly Role[] = ["owner", "admin", "editor"];
const ADMINS: readonly Role[] = ["owner", "admin"];
const OWNERS: readonly Role[] = ["owner"];

/**
 * How far an action reaches: into projects, or over the whole workspace. Whoever sees some projects only, a guest or a
 * key that is limited to them, may do what reaches into projects and nothing else.
 */
type Reach = "project" | "workspace";

/** Who may do what inside a workspace, and how far it reaches. The only place that decides it. */
const PERMISSIONS = {
  "workspace.read": [EVERYONE, "project"],
  "workspace.edit": [ADMINS, "workspace"],
  "workspace.leave": [EVERYONE, "project"],
  "workspace.transfer": [OWNERS, "workspace"],
  "member.read": [MEMBERS, "workspace"],
  "member.edit": [ADMINS, "workspace"],
  "key.read": [ADMINS, "workspace"],
  "key.edit": [ADMINS, "workspace"],
  "webhook.read": [ADMINS, "workspace"],
  "webhook.edit": [ADMINS, "workspace"],
  "audit.read": [ADMINS, "workspace"],
  "usage.read": [MEMBERS, "project"],
  "image-hosts.read": [MEMBERS, "workspace"],
  "project.read": [EVERYONE, "project"],
  "project.create": [EDITORS, "workspace"],
  "project.edit": [EDITORS, "project"],
  "template.read": [EVERYONE, "project"],
  "template.create": [EDITORS, "project"],
  "template.import": [EDITORS, "workspace"],
  "template.edit": [EDITORS, "project"],
  "template.delete": [EDITORS, "project"],
  "template.publish": [EDITORS, "project"],
  "template.export": [EDITORS, "project"],
  "template.lock": [ADMINS, "project"],
  "image.render": [EVERYONE, "project"],
  "image.read": [EVERYONE, "project"],
  "batch.read": [MEMBERS, "project"],
  "batch.edit": [EDITORS, "project"],
  "batch.mail": [EDITORS, "project"],
  "starter.read": [MEMBERS, "workspace"],
  "starter.create": [EDITORS, "workspace"],
  "starter.edit": [EDITORS, "workspace"],
  "starter.delete": [ADMINS, "workspace"],
  "brand.read": [MEMBERS, "workspace"],
  "brand.edit": [ADMINS, "workspace"],
  "version.read": [EVERYONE, "project"],
  "version.edit": [EDITORS, "project"],
  "link.read": [EVERYONE, "project"],
  "link.edit": [EDITORS, "project"],
  "link.sign": [EDITORS, "project"],
  "source.read": [MEMBERS, "workspace"],
  "source.edit": [EDITORS, "workspace"],
  "signing-key.read": [ADMINS, "workspace"],
  "signing-key.edit": [ADMINS, "workspace"],
  "asset.list": [MEMBERS, "workspace"],
  "asset.read": [EVERYONE, "project"],
  "asset.create": [EDITORS, "workspace"],
  "asset.replace": [EDITORS, "workspace"],
  "asset.edit": [EDITORS, "workspace"],
  "asset.delete": [EDITORS, "workspace"],
  "font.read": [EVERYONE, "project"],
  "font.create": [EDITORS, "workspace"],
  "font.edit": [EDITORS, "workspace"],
  "font.delete": [EDITORS, "workspace"],
  "remote-image.read": [EVERYONE, "project"],
  "certificate.read": [MEMBERS, "workspace"],
  "certificate.edit": [EDITORS, "workspace"],
} as const satisfies Record<string, readonly [roles: readonly Role[], reach: Reach]>;

export type Action = keyof typeof PERMISSIONS;

/** Whether the role may do the action. A role or an action that is not in the table is refused. */
export function allowed(role: string, action: string): boolean {
  const roles: readonly string[] = isAction(action) ? PERMISSIONS[action][0] : [];
  return roles.includes(role);
}

/** Whether the action stays inside projects, so that whoever sees only some of them may do it there. */
export function staysInProjects(action: Action): boolean {
  return PERMISSIONS[action][1] === "project";
}

function isAction(action: string): action is Action {
  return Object.hasOwn(PERMISSIONS, action);
}

export const ACTIONS: readonly Action[] = Object.keys(PERMISSIONS).filter(isAction);
