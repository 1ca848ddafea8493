import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { sameValue } from "@/lib/template/same-value";
import { emitWebhookEvent } from "@/lib/webhooks/emit-webhook-event";
import { announceLinks } from "../announce-links";
import { type ReadKit, requireBrandKit } from "../brand/brand-kit";
import { openWithKit } from "../brand/open-with-kit";
import { transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { createLink } from "../links/create-link";
import { storableJson } from "./accept-document";
import { liveTemplate, templateNotFound } from "./find-template";
import { templateObject } from "./template-object";
import { versionNote } from "./versions/version-note";

export const publishInput = z.strictObject({
  revision: z.number().int().min(1).describe("Of the draft. Where it has moved on, nothing is published."),
  note: versionNote.optional().describe("What the version is about, for the list of versions."),
});
export type PublishInput = z.infer<typeof publishInput>;

export type Published = { version: { id: string; number: number; revision: number }; link: { key: string } };

/**
 * Freezes one revision of the draft as the version links show from now on; the first time it also makes the default
 * link. What is frozen has the brand kit's values of this moment. `conflict` when the draft has moved on, so that
 * nobody publishes what they have not seen. Publishing the same again gives the version that is there; a note is then
 * the note of that one.
 */
export async function publishTemplate(
  scope: Scope,
  id: string,
  revision: number,
  note = "",
): Promise<Published> {
  // Before the row is locked, so that others wait for it no longer than they have to.
  const brand = await requireBrandKit(scope);
  return transaction(async (tx) => {
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
      current && (await isFrozen(tx, scope, { current, draft: template.draft, revision, brand }))
        ? current
        : await freeze(tx, scope, id, { revision, draft: template.draft, brand }, note);
    if (version === current) {
      // The kit has moved on, and nothing that the version shows: then it has the values of the newer one too.
      await tx.templateVersion.updateMany({
        where: { id: version.id, workspaceId: scope.workspaceId },
        data: { kitRevision: brand.revision, ...(note === "" ? {} : { note }) },
      });
    }
    await recordPublish(tx, scope, { id, template, version, note });
    const keys = template.links.map((link) => link.key);
    const key = keys[0] ?? (await createLink(tx, scope, id));
    if (version !== current) {
      await announceLinks(tx, keys.length > 0 ? keys : [key]);
      const { name, projectId } = template;
      const published = { versionId: version.id, version: version.number, linkKey: key };
      await emitWebhookEvent(tx, scope.workspaceId, {
        type: "template.published",
        data: { templateId: id, projectId, name, ...published },
      });
    }
    const { id: versionId, number } = version;
    return { version: { id: versionId, number, revision: version.revision }, link: { key } };
  });
}

/** Reads the template with its row locked: publishes and saves of one template take turns. */
async function lockTemplate(tx: Prisma.TransactionClient, scope: Scope, id: string) {
  await tx.$queryRaw`
    SELECT id FROM "Template"
    WHERE id = ${id} AND "workspaceId" = ${scope.workspaceId} AND "deletedAt" IS NULL
    FOR UPDATE`;
  const template = await tx.template.findFirst({
    where: liveTemplate(scope, id),
    select: {
      name: true,
      projectId: true,
      draft: true,
      revision: true,
      publishedVersion: {
        select: { id: true, number: true, revision: true, kitRevision: true, note: true },
      },
      links: { where: { deletedAt: null }, orderBy: { createdAt: "asc" }, select: { key: true } },
    },
  });
  if (!template) throw templateNotFound();
  return template;
}

type Outcome = {
  id: string;
  template: Awaited<ReturnType<typeof lockTemplate>>;
  version: { id: string; number: number };
  note: string;
};

/** A version that was there already was not published: at most it is noted otherwise. */
async function recordPublish(
  tx: Prisma.TransactionClient,
  scope: Scope,
  {
    id,
    template: { name, projectId, publishedVersion: before },
    version: { id: versionId, number },
    note,
  }: Outcome,
): Promise<void> {
  const object = templateObject({ id, name, projectId });
  if (versionId !== before?.id) {
    const details = { version: number, ...(note === "" ? {} : { note }) };
    await recordEvent(tx, scope, "template.publish", object, details);
  } else if (note !== "" && note !== before.note) {
    await recordEvent(tx, scope, "version.edit", object, { version: number, from: before.note, to: note });
  }
}

type Frozen = { id: string; revision: number; kitRevision: number };
type ToFreeze = { draft: unknown; revision: number; brand: ReadKit };

/** Whether the version that is live shows the draft of this revision with the brand kit as it is now. */
async function isFrozen(
  tx: Prisma.TransactionClient,
  { workspaceId }: Scope,
  { current, draft, revision, brand }: ToFreeze & { current: Frozen },
): Promise<boolean> {
  if (current.revision !== revision) return false;
  if (current.kitRevision === brand.revision) return true;
  const where = { id: current.id, workspaceId };
  const { document } = await tx.templateVersion.findFirstOrThrow({ where, select: { document: true } });
  return sameValue(storableJson(openWithKit(draft, brand.kit)), document);
}

async function freeze(
  tx: Prisma.TransactionClient,
  scope: Scope,
  id: string,
  { draft, revision, brand }: ToFreeze,
  note: string,
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
      kitRevision: brand.revision,
      document: storableJson(openWithKit(draft, brand.kit)),
      createdById: scope.userId,
      note,
    },
    select: { id: true, number: true, revision: true, kitRevision: true },
  });
  await tx.template.updateMany({
    where: { id, workspaceId: scope.workspaceId },
    data: { publishedVersionId: version.id },
  });
  return version;
}
