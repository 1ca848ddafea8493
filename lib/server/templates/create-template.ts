import { z } from "zod";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { createDocument } from "@/lib/template/create-document";
import { LIMITS } from "@/lib/template/limits";
import { STARTERS } from "@/lib/template/starters/starters";
import { transaction } from "../db";
import { requireProject } from "../projects";
import { storableJson } from "./accept-document";
import { loadSummary } from "./find-template";
import { freeName } from "./free-name";
import { type Beginning, openStarter } from "./starters";
import { templateName } from "./template-name";
import { templateObject } from "./template-object";
import type { TemplateSummary } from "./template-summary";

const side = z
  .number()
  .int()
  .min(1, "A side is at least 1 px.")
  .max(LIMITS.canvasSide, `A side is at most ${LIMITS.canvasSide} px.`);

export const createTemplateInput = z.strictObject({
  name: templateName.optional(),
  projectId: z.string().max(60).optional().describe("Left out: the first project."),
  from: z.discriminatedUnion("kind", [
    z
      .strictObject({
        kind: z.literal("blank"),
        width: side,
        height: side,
        displayWidth: side.describe("How wide it is shown, px: half the width for sharp screens."),
      })
      .refine(({ width, height }) => width * height <= LIMITS.canvasArea, {
        error: `A canvas has at most ${LIMITS.canvasArea} px in all.`,
        path: ["height"],
      }),
    z.strictObject({ kind: z.literal("starter"), id: z.string().max(60) }),
    /** One of the workspace's own. */
    z.strictObject({ kind: z.literal("workspace-starter"), id: z.string().max(60) }),
  ]),
});
export type CreateTemplateInput = z.infer<typeof createTemplateInput>;

/** Makes a template from nothing or from a copy of a starter, in the given project or else the workspace's first. */
export async function createTemplate(scope: Scope, input: CreateTemplateInput): Promise<TemplateSummary> {
  const project = await requireProject(scope, input.projectId);
  const { name, document, brandLocked } = await beginning(scope, input.from);
  const id = newId("tpl");
  const called = input.name ?? (input.from.kind === "blank" ? name : await freeName(scope, name));
  await transaction(async (tx) => {
    await tx.template.create({
      data: {
        id,
        workspaceId: scope.workspaceId,
        projectId: project.id,
        name: called,
        brandLocked,
        draft: storableJson(document),
      },
      select: { id: true },
    });
    const object = templateObject({ id, name: called, projectId: project.id });
    await recordEvent(
      tx,
      scope,
      "template.create",
      object,
      input.from.kind === "blank" ? {} : { from: name },
    );
  });
  return loadSummary(scope, id);
}

async function beginning(scope: Scope, from: CreateTemplateInput["from"]): Promise<Beginning> {
  if (from.kind === "blank") return { name: "Untitled", document: createDocument(from), brandLocked: false };
  if (from.kind === "workspace-starter") return openStarter(scope, from.id);
  const starter = STARTERS.find((candidate) => candidate.id === from.id);
  if (starter) return { name: starter.name, document: starter.document, brandLocked: false };
  const known = STARTERS.map((candidate) => candidate.id).join(", ");
  throw new AppError("invalid", `There is no starter "${from.id}". There are: ${known}.`, {
    path: "/from/id",
  });
}
