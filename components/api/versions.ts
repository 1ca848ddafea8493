import { z } from "zod";
import { callApi } from "./call-api";
import { templateItem } from "./template-item";

export const versionItem = z.object({
  number: z.number(),
  revision: z.number(),
  note: z.string(),
  createdAt: z.coerce.date(),
  by: z.string().nullable(),
  live: z.boolean(),
});
export type VersionItem = z.infer<typeof versionItem>;

const page = z.object({ versions: z.array(versionItem), more: z.boolean() });

/** A page of the template's versions, the newest first; `before` is the last number of the page before. */
export function loadVersions(templatePath: string, before: number | null): Promise<z.infer<typeof page>> {
  const query = before === null ? "" : `?before=${before}`;
  return callApi({ method: "GET", path: `${templatePath}/versions${query}`, answer: page });
}

const version = z.object({ number: z.number(), document: z.unknown() });

/** The stored document of a version, to be opened by whoever shows it. */
export async function loadVersionDocument(templatePath: string, number: number): Promise<unknown> {
  const path = `${templatePath}/versions/${number}`;
  return (await callApi({ method: "GET", path, answer: version })).document;
}

const noted = z.object({ number: z.number(), note: z.string() });

export async function saveVersionNote(templatePath: string, number: number, note: string): Promise<string> {
  const path = `${templatePath}/versions/${number}`;
  return (await callApi({ method: "PATCH", path, body: { note }, answer: noted })).note;
}

export function duplicateVersion(templatePath: string, number: number) {
  const path = `${templatePath}/versions/${number}/duplicate`;
  return callApi({ method: "POST", path, answer: templateItem });
}
