import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { liveTemplate, templateNotFound } from "@/lib/server/templates/find-template";

/** The id of a template within reach, before anything is read or fetched for it. @throws AppError `not_found` */
export async function requireTemplate(scope: Scope, id: string): Promise<string> {
  const template = await db().template.findFirst({ where: liveTemplate(scope, id), select: { id: true } });
  if (!template) throw templateNotFound();
  return template.id;
}
