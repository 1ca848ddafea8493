import { z } from "zod";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { openDocument } from "@/lib/template/open-document";
import { announceLinks } from "../announce-links";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { createLink } from "../links";
import { storableJson } from "./accept-document";
import { templateNotFound } from "./find-template";

export const publishInput = z.strictObject({ revision: z.number().int().min(1) });

export type Published = { version: { id: string; number: number; revision: number }; link: { key: string } };

/**
 * Freezes one revision of the draft as the version links show from now on; the first time it also makes the default
 * link. `conflict` when the draft has moved on, so that nobody publishes what they have not seen. Publishing the
 * same revision again gives the version that is there.
 */
export async function publishTemplate(scope: Scope, id: string, revision: number): Promise<Published> {
  return db().$transaction(async (tx) => {
    const template = await lockTemplate(tx, scope, id);
    if (template.revision !== revision) {
      throw new AppError(
        "conflict",
        `You asked to publish revision ${revision}; the draft is at ${template.revision} now. Look at it and publish again.`,
        { path: "/revision", details: { revision: template.revision } },
      );
    }
    const current = template.publishedVersion;
    const version =
      current?.revision === revision ? current : await freeze(tx, scope, id, revision, template.draft);
    const keys = template.links.map((link) => link.key);
    const key = keys[0] ?? (await createLink(tx, scope, id));
    if (version !== current) await announceLinks(tx, keys.length > 0 ? keys : [key]);
    return { version, link: { key } };
  });
}

/** Reads the template with its row locked: publishes and saves of one template take turns. */
async function lockTemplate(tx: Prisma.TransactionClient, scope: Scope, id: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Template"
    WHERE id = ${id} AND "workspaceId" = ${scope.workspaceId} AND "deletedAt" IS NULL
    FOR UPDATE`;
  if (locked.length === 0) throw templateNotFound();
  return tx.template.findFirstOrThrow({
    where: { id, workspaceId: scope.workspaceId },
    select: {
      draft: true,
      revision: true,
      publishedVersion: { select: { id: true, number: true, revision: true } },
      links: { where: { deletedAt: null }, orderBy: { createdAt: "asc" }, select: { key: true } },
    },
  });
}

async function freeze(
  tx: Prisma.TransactionClient,
  scope: Scope,
  id: string,
  revision: number,
  draft: unknown,
) {
  const last = await tx.templateVersion.aggregate({
    where: { templateId: id, workspaceId: scope.workspaceId },
    _max: { number: true },
  });
  const version = await tx.templateVersion.create({
    data: {
      id: newId("ver"),
      workspaceId: scope.workspaceId,
      templateId: id,
      number: (last._max.number ?? 0) + 1,
      revision,
      document: storableJson(openDocument(draft).document),
      createdById: scope.userId,
    },
    select: { id: true, number: true, revision: true },
  });
  await tx.template.updateMany({
    where: { id, workspaceId: scope.workspaceId },
    data: { publishedVersionId: version.id },
  });
  return version;
}
