import { z } from "zod";
import { callApi, nothing } from "./call-api";
import { linkItem } from "./links";

const time = z.coerce.date();

/** Data that links look values up in, as lists show it. */
export const sourceItem = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["table", "http"]),
  columns: z.array(z.string()),
  rows: z.number(),
  filledAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
  /** Names in addresses by which it is asked. */
  asked: z.array(z.string()),
  /** How many links use it. */
  links: z.number(),
});
export type SourceItem = z.infer<typeof sourceItem>;

export const KEY_KINDS = ["plain", "email"] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export const tableItem = sourceItem.extend({
  keyColumn: z.string(),
  param: z.string(),
  keyKind: z.enum(KEY_KINDS),
});
export type TableItem = z.infer<typeof tableItem>;

export const listPreview = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  keyColumn: z.string().nullable(),
  keyKind: z.enum(KEY_KINDS),
});
export type ListPreview = z.infer<typeof listPreview>;

export const newTable = z.object({ source: sourceItem, notes: z.array(z.string()) });
export type NewTable = z.infer<typeof newTable>;

export const refill = z.object({
  filling: z.number(),
  over: z.number(),
  columns: z.array(z.string()),
  rows: z.number(),
  notes: z.array(z.string()),
  added: z.number(),
  changed: z.number(),
  gone: z.number(),
  lost: z.array(z.string()),
});
export type Refill = z.infer<typeof refill>;

const tableRow = z.object({ key: z.string(), values: z.record(z.string(), z.string()) });
export type TableRow = z.infer<typeof tableRow>;

export const rowsPage = z.object({ rows: z.array(tableRow), nextCursor: z.string().nullable() });
export type RowsPage = z.infer<typeof rowsPage>;

const mapping = z.record(z.string(), z.string());

export const linkSources = z.object({
  attached: z.array(z.object({ sourceId: z.string(), mapping })),
  choices: z.array(sourceItem.extend({ guess: mapping })),
  fields: z.array(z.object({ key: z.string(), label: z.string(), type: z.string() })),
});
export type LinkSources = z.infer<typeof linkSources>;

const rootOf = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}`;
export const sourcesPath = (workspace: string) => `${rootOf(workspace)}/sources`;
export const sourcePath = (workspace: string, id: string) => `${sourcesPath(workspace)}/${id}`;

export function renameSource(workspace: string, id: string, name: string): Promise<SourceItem> {
  return callApi({ method: "PATCH", path: sourcePath(workspace, id), body: { name }, answer: sourceItem });
}

export function deleteSource(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: sourcePath(workspace, id), answer: nothing });
}

export function restoreSource(workspace: string, id: string): Promise<SourceItem> {
  return callApi({ method: "POST", path: `${sourcePath(workspace, id)}/restore`, answer: sourceItem });
}

export function changeTable(workspace: string, id: string, param: string): Promise<TableItem> {
  const path = `${sourcePath(workspace, id)}/table`;
  return callApi({ method: "PATCH", path, body: { param }, answer: tableItem });
}

export function loadRows(workspace: string, id: string, after: string | null): Promise<RowsPage> {
  const query = after === null ? "" : `?after=${after}`;
  return callApi({ method: "GET", path: `${sourcePath(workspace, id)}/rows${query}`, answer: rowsPage });
}

export function findRow(workspace: string, id: string, key: string): Promise<TableRow> {
  const path = `${sourcePath(workspace, id)}/rows/find`;
  return callApi({ method: "POST", path, body: { key }, answer: tableRow });
}

/** `was`: the key that the row had. */
export function putRow(
  workspace: string,
  id: string,
  body: { key: string; values: Readonly<Record<string, string>>; was?: string },
): Promise<TableRow> {
  return callApi({ method: "PUT", path: `${sourcePath(workspace, id)}/rows`, body, answer: tableRow });
}

export function deleteRow(workspace: string, id: string, key: string): Promise<undefined> {
  const path = `${sourcePath(workspace, id)}/rows/delete`;
  return callApi({ method: "POST", path, body: { key }, answer: nothing });
}

export function showFilling(workspace: string, id: string, { filling, over }: Refill): Promise<SourceItem> {
  const path = `${sourcePath(workspace, id)}/fillings/${filling}`;
  return callApi({ method: "PUT", path, body: { over }, answer: sourceItem });
}

export function dropFilling(workspace: string, id: string, filling: number): Promise<undefined> {
  const path = `${sourcePath(workspace, id)}/fillings/${filling}`;
  return callApi({ method: "DELETE", path, answer: nothing });
}

export async function loadSourceLinks(workspace: string, id: string) {
  const answer = z.object({ links: z.array(linkItem) });
  return (await callApi({ method: "GET", path: `${sourcePath(workspace, id)}/links`, answer })).links;
}

export function loadLinkSources(workspace: string, linkId: string): Promise<LinkSources> {
  const path = `${rootOf(workspace)}/links/${linkId}/sources`;
  return callApi({ method: "GET", path, answer: linkSources });
}

export function setLinkSources(
  workspace: string,
  linkId: string,
  sources: LinkSources["attached"],
): Promise<LinkSources> {
  const path = `${rootOf(workspace)}/links/${linkId}/sources`;
  return callApi({ method: "PUT", path, body: { sources }, answer: linkSources });
}
