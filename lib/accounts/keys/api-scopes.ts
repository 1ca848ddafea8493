import type { Action } from "../permissions";

/** What keys may be allowed, each with the actions it stands for and what a person is told of it. */
export const API_SCOPES = {
  "projects:read": { actions: ["project.read"], label: "See projects" },
  "projects:write": { actions: ["project.create", "project.edit"], label: "Create and rename projects" },
  "templates:read": {
    actions: ["template.read", "version.read"],
    label: "See templates, fields and versions",
  },
  "templates:write": {
    actions: ["template.create", "template.edit", "template.delete"],
    label: "Create, change and delete templates",
  },
  "templates:publish": { actions: ["template.publish"], label: "Publish templates" },
  "images:render": { actions: ["image.render"], label: "Make pictures" },
  "images:read": { actions: ["image.read"], label: "See kept pictures" },
  "batches:read": { actions: ["batch.read"], label: "See batches, their rows and pictures" },
  "batches:write": { actions: ["batch.edit"], label: "Make, start and delete batches" },
  "certificates:read": { actions: ["certificate.read"], label: "See certificates" },
  "certificates:write": { actions: ["certificate.edit"], label: "Revoke certificates" },
  "links:read": { actions: ["link.read"], label: "See links" },
  "links:write": { actions: ["link.edit"], label: "Create and change links" },
  "links:sign": { actions: ["link.sign"], label: "Sign addresses of links" },
  "sources:read": { actions: ["source.read"], label: "See tables and their rows" },
  "sources:write": { actions: ["source.edit"], label: "Create and fill tables, change rows" },
  "signing-keys:write": {
    actions: ["signing-key.read", "signing-key.edit"],
    label: "See, make and revoke signing keys",
  },
  "assets:read": { actions: ["asset.list", "asset.read"], label: "See uploaded pictures" },
  "assets:write": {
    actions: ["asset.create", "asset.edit", "asset.delete"],
    label: "Upload, rename and delete pictures",
  },
  "webhooks:read": { actions: ["webhook.read"], label: "See webhooks and their deliveries" },
  "webhooks:write": { actions: ["webhook.edit"], label: "Create and change webhooks, send again" },
  "members:read": { actions: ["member.read"], label: "See members" },
  "usage:read": { actions: ["usage.read"], label: "See usage" },
} as const satisfies Record<string, { actions: readonly Action[]; label: string }>;

export type ApiScope = keyof typeof API_SCOPES;

export const API_SCOPE_NAMES = Object.keys(API_SCOPES).filter(isApiScope);

export function isApiScope(name: string): name is ApiScope {
  return Object.hasOwn(API_SCOPES, name);
}

/** The scope that stands for an action; undefined: keys cannot do it. */
export function scopeFor(action: Action): ApiScope | undefined {
  return API_SCOPE_NAMES.find((name) => (API_SCOPES[name].actions as readonly Action[]).includes(action));
}
