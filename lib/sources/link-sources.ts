import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { guessMapping } from "@/lib/rows/mapping";
import { announceLinks } from "@/lib/server/announce-links";
import { type Database, db, transaction } from "@/lib/server/db";
import { linkNotFound, linkObject, liveLinks } from "@/lib/server/links/link-item";
import type { Field } from "@/lib/template/field";
import { openDocument } from "@/lib/template/open-document";
import { fieldKey } from "@/lib/template/primitives";
import { listSources } from "./manage-sources";
import type { SourceItem } from "./source-item";

/** Sources of one link. */
const MOST_OF_A_LINK = 5;

/** By key of a field: the name of the source's value that it shows. */
const mapping = z
  .record(fieldKey, z.string().min(1).max(200))
  .refine((names) => Object.keys(names).length <= 200, "Map at most 200 fields.");
type Mapping = z.infer<typeof mapping>;

export const linkSourcesInput = z.strictObject({
  /** All that the link is to look values up in, in order: where two give a field, the later one goes before. */
  sources: z
    .array(z.strictObject({ sourceId: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/), mapping }))
    .max(MOST_OF_A_LINK, `A link looks values up in at most ${MOST_OF_A_LINK} places.`),
});
export type LinkSourcesInput = z.infer<typeof linkSourcesInput>;

export type LinkSources = {
  /** What the link looks values up in, in order. */
  attached: { sourceId: string; mapping: Mapping }[];
  /** Every source of the workspace, with a guess which of its values goes to which field. */
  choices: (SourceItem & { guess: Mapping })[];
  /** Fields of what the link shows, as published; none before that. */
  fields: Pick<Field, "key" | "label" | "type">[];
};

/** What a link looks values up in, and what it could. */
export async function loadLinkSources(scope: Scope, linkId: string): Promise<LinkSources> {
  const { templateId } = await findLink(db(), scope, linkId);
  const [attached, sources, fields] = await Promise.all([
    attachedTo(db(), scope, linkId),
    listSources(scope),
    fieldsOf(db(), scope, templateId),
  ]);
  return {
    attached,
    choices: sources.map((source) => ({ ...source, guess: guessOf(source, fields) })),
    fields: fields.map(({ key, label, type }) => ({ key, label, type })),
  };
}

/** Changes what a link looks values up in; its pictures follow within seconds, on every process. */
export async function setLinkSources(
  scope: Scope,
  linkId: string,
  { sources }: LinkSourcesInput,
  now = new Date(),
): Promise<LinkSources> {
  if (scope.projectIds !== null) {
    throw new AppError("forbidden", "Data belongs to the whole workspace; this reaches some projects only.");
  }
  await transaction(async (tx) => {
    const link = await findLink(tx, scope, linkId);
    const { workspaceId } = scope;
    // Two who change the same link take turns.
    await tx.$queryRaw`SELECT id FROM "Link" WHERE id = ${linkId} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`;
    const before = await attachedTo(tx, scope, linkId);
    if (JSON.stringify(before) === JSON.stringify(sources)) return;
    requireMappable(sources, await listSources(scope), await fieldsOf(tx, scope, link.templateId));
    await tx.linkSource.deleteMany({ where: { linkId, workspaceId } });
    await tx.linkSource.createMany({
      data: sources.map((source, index) => ({
        ...source,
        linkId,
        workspaceId,
        // Their order is that in which they were made.
        createdAt: new Date(now.getTime() + index),
      })),
    });
    await announceLinks(tx, [link.key]);
    await recordEvent(tx, scope, "link.edit", linkObject(link, link.template), { settings: ["data"] });
  });
  return loadLinkSources(scope, linkId);
}

/** @throws AppError `invalid` where a source is not there, gives no such value, or is asked by the name of a field */
function requireMappable(
  wanted: LinkSourcesInput["sources"],
  sources: readonly SourceItem[],
  fields: readonly Field[],
): void {
  const seen = new Set<string>();
  for (const [index, { sourceId, mapping }] of wanted.entries()) {
    const path = `/sources/${index}`;
    const source = sources.find(({ id }) => id === sourceId);
    if (!source || seen.has(sourceId)) {
      const message = source
        ? `“${source.name}” is named twice. Name each source once.`
        : "There is no such data in this workspace. It may have been deleted.";
      throw new AppError("invalid", message, { path: `${path}/sourceId` });
    }
    seen.add(sourceId);
    const unknown = Object.entries(mapping).find(([, name]) => !source.columns.includes(name));
    if (unknown) {
      const [key, name] = unknown;
      const message = `“${source.name}” gives no “${name}”. It gives: ${listed(source.columns)}.`;
      throw new AppError("invalid", message, { path: `${path}/mapping/${key}` });
    }
    const taken = source.asked.find(
      (name) => !Object.hasOwn(mapping, name) && fields.some(({ key }) => key === name),
    );
    if (taken !== undefined) {
      throw new AppError(
        "invalid",
        `“${source.name}” is found by “${taken}” in the address, and the template has a field of that name, which would show it. Fill that field from the data too, or give the table another name for the address.`,
        { path: `${path}/mapping` },
      );
    }
  }
}

function listed(names: readonly string[]): string {
  return names.length > 10
    ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`
    : names.join(", ");
}

function guessOf({ columns }: SourceItem, fields: readonly Field[]): Mapping {
  return Object.fromEntries(
    Object.entries(guessMapping(columns, fields)).flatMap(([key, column]) => {
      const name = column === null ? undefined : columns[column];
      return name === undefined ? [] : [[key, name]];
    }),
  );
}

async function findLink(tx: Database, scope: Scope, id: string) {
  const link = await tx.link.findFirst({
    where: { AND: [liveLinks(scope), { id }] },
    select: { id: true, key: true, templateId: true, template: { select: { name: true, projectId: true } } },
  });
  if (!link) throw linkNotFound();
  return link;
}

async function attachedTo(tx: Database, { workspaceId }: Scope, linkId: string) {
  const rows = await tx.linkSource.findMany({
    where: { linkId, workspaceId, source: { deletedAt: null } },
    orderBy: [{ createdAt: "asc" }, { sourceId: "asc" }],
    select: { sourceId: true, mapping: true },
  });
  return rows.map(({ sourceId, mapping: stored }) => ({ sourceId, mapping: mapping.parse(stored) }));
}

/** Fields of a template as it was published; none before that. */
async function fieldsOf(tx: Database, { workspaceId }: Scope, templateId: string): Promise<Field[]> {
  const version = await tx.templateVersion.findFirst({
    where: { workspaceId, publishedFor: { id: templateId } },
    select: { document: true },
  });
  return version ? openDocument(version.document).document.fields : [];
}
