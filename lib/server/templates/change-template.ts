import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { db } from "../db";
import { requireProject } from "../projects";
import { liveTemplate, loadSummary, templateNotFound } from "./find-template";
import { templateName } from "./template-name";
import type { TemplateSummary } from "./template-summary";

export const changeTemplateInput = z
  .strictObject({ name: templateName, projectId: z.string().max(60) })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Say what to change: name or projectId.");
export type ChangeTemplateInput = z.infer<typeof changeTemplateInput>;

/** Renames a template or moves it to another project of the same workspace. */
export async function changeTemplate(
  scope: Scope,
  id: string,
  change: ChangeTemplateInput,
): Promise<TemplateSummary> {
  const project = change.projectId === undefined ? null : await requireProject(scope, change.projectId);
  const { count } = await db().template.updateMany({
    where: liveTemplate(scope, id),
    data: {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(project ? { projectId: project.id } : {}),
    },
  });
  if (count === 0) throw templateNotFound();
  return loadSummary(scope, id);
}
