import { z } from "zod";
import { callApi, nothing } from "./call-api";
import { templateItem } from "./template-item";
import { uploadFile } from "./upload-file";

const size = z.object({ width: z.number(), height: z.number() }).nullable();

/** A starter of the workspace's own. */
export const ownStarter = z.object({
  id: z.string(),
  name: z.string(),
  size,
  /** What the person who saved it is called; empty when they are gone. */
  by: z.string(),
  createdAt: z.coerce.date(),
});
export type OwnStarter = z.infer<typeof ownStarter>;

/** A deleted template, which can be restored. */
export const deletedTemplate = z.object({
  id: z.string(),
  name: z.string(),
  project: z.string(),
  revision: z.number(),
  size,
  published: z.boolean(),
  deletedAt: z.coerce.date(),
});
export type DeletedTemplate = z.infer<typeof deletedTemplate>;

const deletedPage = z.object({ templates: z.array(deletedTemplate), nextCursor: z.string().nullable() });
export type DeletedPage = z.infer<typeof deletedPage>;

/** What came of a template file; `notes` are sentences about what is otherwise than in it. */
const importedTemplate = z.object({ template: templateItem, notes: z.array(z.string()) });
export type ImportedTemplate = z.infer<typeof importedTemplate>;

const base = (workspace: string) => `/api/w/${encodeURIComponent(workspace)}`;

export function saveAsStarter(workspace: string, templateId: string): Promise<OwnStarter> {
  const path = `${base(workspace)}/starters`;
  return callApi({ method: "POST", path, body: { templateId }, answer: ownStarter });
}

export function renameStarter(workspace: string, id: string, name: string): Promise<OwnStarter> {
  const path = `${base(workspace)}/starters/${id}`;
  return callApi({ method: "PATCH", path, body: { name }, answer: ownStarter });
}

export async function deleteStarter(workspace: string, id: string): Promise<void> {
  await callApi({ method: "DELETE", path: `${base(workspace)}/starters/${id}`, answer: nothing });
}

export function restoreStarter(workspace: string, id: string): Promise<OwnStarter> {
  return callApi({ method: "POST", path: `${base(workspace)}/starters/${id}/restore`, answer: ownStarter });
}

export function listDeleted(workspace: string, cursor: string | null): Promise<DeletedPage> {
  const query = cursor === null ? "" : `?${new URLSearchParams({ cursor })}`;
  const path = `${base(workspace)}/templates/deleted${query}`;
  return callApi({ method: "GET", path, answer: deletedPage });
}

/** Sends a template file. `onProgress` is told the share that was sent, 0 to 1. */
export function importTemplate(
  workspace: string,
  projectId: string | null,
  file: File,
  onProgress: (share: number) => void,
): Promise<ImportedTemplate> {
  const query = projectId === null ? "" : `?${new URLSearchParams({ project: projectId })}`;
  const path = `${base(workspace)}/templates/import${query}`;
  return uploadFile({ path, file, fallbackName: "template.nameplate", onProgress, answer: importedTemplate });
}
