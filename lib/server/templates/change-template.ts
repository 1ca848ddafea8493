import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import type { Scope } from "@/lib/accounts/scope";
import { transaction } from "../db";
import { requireProject } from "../projects";
import { liveTemplate, loadSummary, templateNotFound } from "./find-template";
import { templateName } from "./template-name";
import { templateObject } from "./template-object";
import type { TemplateSummary } from "./template-summary";

export const changeTemplateInput = z
  .strictObject({ name: templateName, projectId: z.string().max(60).describe("Where it is moved to.") })
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
  await transaction(async (tx) => {
    const where = liveTemplate(scope, id);
    const before = await tx.template.findFirst({
      where,
      select: { name: true, projectId: true, project: { select: { name: true } } },
    });
    const name = change.name ?? before?.name;
    const projectId = project?.id ?? before?.projectId;
    const { count } = await tx.template.updateMany({
      where,
      data: {
        ...(change.name === undefined ? {} : { name: change.name }),
        ...(project ? { projectId: project.id } : {}),
      },
    });
    if (count === 0 || !before || name === undefined || projectId === undefined) throw templateNotFound();
    const object = templateObject({ id, name, projectId });
    if (name !== before.name) {
      await recordEvent(tx, scope, "template.rename", object, { from: before.name, to: name });
    }
    if (project && projectId !== before.projectId) {
      const details = { from: before.project.name, to: project.name };
      await recordEvent(tx, scope, "template.move", object, details);
    }
  });
  return loadSummary(scope, id);
}
