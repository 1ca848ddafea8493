import type { Action } from "../permissions";

/**
 * What the log tells of, in the order in which a filter offers it. Finer than the table of permissions: whoever may
 * delete may restore too, and a reader of the log wants to know which of the two was done.
 */
export const EVENT_ACTIONS = [
  "template.create",
  "template.rename",
  "template.move",
  "template.duplicate",
  "template.import",
  "template.publish",
  "template.lock",
  "template.delete",
  "template.restore",
  "version.edit",
  "link.create",
  "link.delete",
  "link.restore",
  "project.create",
  "project.edit",
  "starter.create",
  "starter.edit",
  "starter.delete",
  "starter.restore",
  "brand.edit",
  "asset.create",
  "asset.edit",
  "asset.tag",
  "asset.replace",
  "asset.delete",
  "asset.restore",
  "font.create",
  "font.edit",
  "font.delete",
  "font.restore",
  "image-hosts.edit",
  "workspace.create",
  "workspace.edit",
  "workspace.transfer",
  "workspace.leave",
  "member.join",
  "member.edit",
  "member.remove",
  "member.restore",
  "invitation.create",
  "invitation.resend",
  "invitation.revoke",
  "invitation.restore",
  "key.edit",
  "webhook.edit",
] as const;

export type EventAction = (typeof EVENT_ACTIONS)[number] | Action;

/** Kinds of things that events are about, as a filter offers them. */
export const EVENT_KINDS = [
  "template",
  "link",
  "project",
  "starter",
  "brand",
  "asset",
  "font",
  "workspace",
  "member",
  "invitation",
  "key",
  "webhook",
] as const;
