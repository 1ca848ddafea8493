import type { Scope } from "@/lib/accounts/scope";
import { ofTemplatesWithin } from "@/lib/accounts/within";
import { AppError } from "@/lib/errors";
import type { Prisma } from "../generated/prisma/client";

export const LINK_SELECT = {
  id: true,
  key: true,
  templateId: true,
  name: true,
  pausedAt: true,
  expiresAt: true,
  maxRenders: true,
  renders: true,
  policy: true,
  allowedImageHosts: true,
  createdAt: true,
  template: { select: { name: true, projectId: true } },
} as const satisfies Prisma.LinkSelect;

/** A link as lists show it. */
export type LinkItem = Prisma.LinkGetPayload<{ select: typeof LINK_SELECT }>;

/** Links within reach that are not deleted, and whose templates are not. */
export function liveLinks(scope: Scope): Prisma.LinkWhereInput {
  return { deletedAt: null, ...ofLiveTemplates(scope) };
}

export function ofLiveTemplates(scope: Scope): Prisma.LinkWhereInput {
  return { AND: [ofTemplatesWithin(scope), { template: { deletedAt: null } }] };
}

/** A link as the log of what was done names it: by its template, for its key is what protects it. */
export function linkObject({ id }: { id: string }, template: { name: string; projectId: string }) {
  return { kind: "link", id, name: template.name, projectId: template.projectId };
}

export function linkNotFound(): AppError {
  return new AppError("not_found", "There is no such link in this workspace. It may have been deleted.");
}
