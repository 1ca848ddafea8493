import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId, newLinkKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { type Database, db, transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { sourceObject } from "../source-item";
import { findTable, lockTable, type Table } from "../tables/lock-table";
import { type FormInput, type formStateInput, type Question, question } from "./form-input";

/** Forms of one table. */
const MOST_FORMS = 20;

const SELECT = {
  id: true,
  sourceId: true,
  key: true,
  title: true,
  intro: true,
  questions: true,
  thanks: true,
  consent: true,
  byAddress: true,
  linkKey: true,
  state: true,
  answers: true,
  createdAt: true,
} as const satisfies Prisma.DataFormSelect;

type Row = Prisma.DataFormGetPayload<{ select: typeof SELECT }>;

export type FormItem = Omit<Row, "questions" | "key"> & { questions: Question[]; url: string };

/** The forms whose answers become rows of a table, the newest first. */
export async function listForms(scope: Scope, sourceId: string): Promise<FormItem[]> {
  await findTable(db(), scope, sourceId);
  const rows = await db().dataForm.findMany({
    where: { workspaceId: scope.workspaceId, sourceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_FORMS,
    select: SELECT,
  });
  return rows.map(formItem);
}

export async function createForm(scope: Scope, sourceId: string, input: FormInput): Promise<FormItem> {
  return transaction(async (tx) => {
    const table = await lockTable(tx, scope, sourceId);
    const { workspaceId, userId } = scope;
    if ((await tx.dataForm.count({ where: { workspaceId, sourceId } })) >= MOST_FORMS) {
      throw new AppError("conflict", `A table has at most ${MOST_FORMS} forms. Delete one that is not used.`);
    }
    await requireAnswerable(tx, scope, table, input);
    const row = await tx.dataForm.create({
      data: { ...input, id: newId("frm"), workspaceId, sourceId, key: newLinkKey(), createdById: userId },
      select: SELECT,
    });
    await recordEvent(tx, scope, "source.edit", sourceObject(table), { form: input.title });
    return formItem(row);
  });
}

export async function changeForm(scope: Scope, id: string, input: FormInput): Promise<FormItem> {
  return transaction(async (tx) => {
    const { sourceId } = await findForm(tx, scope, id);
    const table = await findTable(tx, scope, sourceId);
    await requireAnswerable(tx, scope, table, input);
    await tx.dataForm.updateMany({ where: { id, workspaceId: scope.workspaceId }, data: input });
    await recordEvent(tx, scope, "source.edit", sourceObject(table), { form: input.title });
    return formItem(await findForm(tx, scope, id));
  });
}

/** Opens, pauses or closes a form. */
export async function setFormState(
  scope: Scope,
  id: string,
  { state }: z.infer<typeof formStateInput>,
): Promise<FormItem> {
  return transaction(async (tx) => {
    const before = await findForm(tx, scope, id);
    if (before.state === state) return formItem(before);
    const table = await findTable(tx, scope, before.sourceId);
    await tx.dataForm.updateMany({ where: { id, workspaceId: scope.workspaceId }, data: { state } });
    await recordEvent(tx, scope, "source.edit", sourceObject(table), { form: before.title, state });
    return formItem({ ...before, state });
  });
}

/** Deletes a form; the rows that came through it stay. */
export async function deleteForm(scope: Scope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { sourceId, title } = await findForm(tx, scope, id);
    const table = await findTable(tx, scope, sourceId);
    await tx.dataForm.deleteMany({ where: { id, workspaceId: scope.workspaceId } });
    await recordEvent(tx, scope, "source.edit", sourceObject(table), { form: title, deleted: true });
  });
}

async function findForm(tx: Database, { workspaceId }: Scope, id: string): Promise<Row> {
  const row = await tx.dataForm.findFirst({
    where: { id, workspaceId, source: { deletedAt: null } },
    select: SELECT,
  });
  if (!row)
    throw new AppError("not_found", "There is no such form in this workspace. It may have been deleted.");
  return row;
}

/** @throws AppError `invalid` for a column that is not there, the key's own, or a link that is not there */
async function requireAnswerable(
  tx: Database,
  { workspaceId }: Scope,
  { columns, config }: Table,
  { questions, linkKey }: FormInput,
): Promise<void> {
  for (const [at, { column }] of questions.entries()) {
    const path = `/questions/${at}/column`;
    if (!columns.includes(column))
      throw new AppError("invalid", `The table has no column “${column}”.`, { path });
    if (column === config.keyColumn) {
      const message = `Rows are found by “${column}”: it is made by itself, or stands in the address. Ask for another.`;
      throw new AppError("invalid", message, { path });
    }
  }
  if (linkKey === null) return;
  const link = await tx.link.findFirst({
    where: { key: linkKey, workspaceId, deletedAt: null },
    select: { id: true },
  });
  if (!link) throw new AppError("invalid", "There is no such link in this workspace.", { path: "/linkKey" });
}

function formItem({ key, questions, ...row }: Row): FormItem {
  return { ...row, questions: z.array(question).parse(questions), url: `${env().PUBLIC_URL}/f/${key}` };
}
