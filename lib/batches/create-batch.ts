import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId, newPictureKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { countCharacters } from "@/lib/rows/count-characters";
import { transaction } from "@/lib/server/db";
import { lockWorkspace } from "@/lib/server/lock-workspace";
import { fieldValue } from "@/lib/server/render-image";
import { liveTemplate, templateNotFound } from "@/lib/server/templates/find-template";
import { openDocument } from "@/lib/template/open-document";
import { displayName } from "@/lib/template/primitives";
import { findVariant } from "@/lib/template/variants";
import { type BatchItem, batchOutput, DRAFT_DAYS } from "./batch-item";
import { BATCH_SELECT, batchItem, batchObject, draftExpiry } from "./batch-row";
import { MOST_DRAFTS, refuseManyDrafts } from "./drafts/refuse-many-drafts";
import { writeParts } from "./parts";
import { startBatch } from "./start-batch";

/** Rows in one request; longer lists are uploaded as a file. */
const MOST_ROWS = 10_000;

export const createBatchInput = z.strictObject({
  templateId: z.string().max(60),
  name: displayName.default("Batch").describe("What people call it."),
  rows: z
    .array(z.record(z.string().max(80), fieldValue))
    .min(1, "A batch has at least one row.")
    .max(
      MOST_ROWS,
      `A request has at most ${MOST_ROWS} rows. Make several batches, or upload the list as a file.`,
    )
    .describe(
      "What stands in the fields of each picture, by their keys. Left out or blank: the field’s fallback.",
    ),
  output: batchOutput.prefault({}).describe("How pictures are written, and what their files are called."),
  start: z
    .boolean()
    .default(true)
    .describe(
      `Whether it starts at once. \`false\`: it is a draft, until \`startBatch\` or a person starts it. A workspace has at most ${MOST_DRAFTS} of them, and one that nobody changes for ${DRAFT_DAYS} days is deleted.`,
    ),
});
export type CreateBatchInput = z.infer<typeof createBatchInput>;

/**
 * Makes a batch of rows that a program gives, by the fields of the template. @throws AppError `not_found`, `conflict` (nothing
 * published, too many drafts), `invalid` (no such field or size)
 */
export async function createBatch(
  scope: Scope,
  input: CreateBatchInput,
  now = new Date(),
): Promise<BatchItem> {
  const { workspaceId, userId } = scope;
  const { templateId, name, rows, output, start } = input;
  const id = newId("bat");
  return transaction(async (tx) => {
    const template = await tx.template.findFirst({
      where: liveTemplate(scope, templateId),
      select: { projectId: true, publishedVersion: { select: { document: true } } },
    });
    if (!template) throw templateNotFound();
    if (!template.publishedVersion) {
      throw new AppError("conflict", "This template was never published. Publish it first.");
    }
    const { document } = openDocument(template.publishedVersion.document);
    const columns = document.fields.map(({ key }) => key);
    requireKnown(input, new Set(columns));
    if (output.size !== null && findVariant(document.variants, output.size) === undefined) {
      throw new AppError("invalid", `The template has no size “${output.size}”.`, { path: "/output/size" });
    }
    if (!start) {
      await lockWorkspace(tx, workspaceId);
      await refuseManyDrafts(tx, scope, now);
    }
    await tx.batch.create({
      data: {
        ...{ id, workspaceId, projectId: template.projectId, templateId, name, columns, output },
        source: { kind: "api", name: "", format: "json", encoding: null, delimiter: null, notes: [] },
        mapping: Object.fromEntries(columns.map((key, column) => [key, column])),
        cleanUps: [],
        key: newPictureKey(),
        createdById: userId,
        createdAt: now,
        expiresAt: draftExpiry(now),
      },
    });
    const count = countCharacters();
    const cells = rows.map((row) => columns.map((key) => (Object.hasOwn(row, key) ? String(row[key]) : "")));
    cells.forEach(count);
    const written = await writeParts({ id, workspaceId }, cells);
    await tx.batch.updateMany({ where: { id, workspaceId }, data: written });
    const row = await tx.batch.findFirstOrThrow({ where: { id, workspaceId }, select: BATCH_SELECT });
    await recordEvent(tx, scope, "batch.create", batchObject(row), { rows: row.rows });
    return start ? startBatch(scope, id, now) : batchItem(row);
  });
}

function requireKnown({ rows }: CreateBatchInput, known: ReadonlySet<string>): void {
  for (const [at, row] of rows.entries()) {
    const unknown = Object.keys(row).find((key) => !known.has(key));
    if (unknown === undefined) continue;
    const there = known.size === 0 ? "It has no fields." : `It has: ${[...known].join(", ")}.`;
    throw new AppError("invalid", `The template has no field “${unknown}”. ${there}`, {
      path: `/rows/${at}/${unknown.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    });
  }
}
