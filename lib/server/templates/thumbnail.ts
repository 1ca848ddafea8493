import type { Scope } from "@/lib/accounts/scope";
import { renderThumbnail } from "@/lib/render/thumbnail";
import { openDocument } from "@/lib/template/open-document";
import { db } from "../db";
import { liveTemplate, templateNotFound } from "./find-template";

export type Thumbnail = { revision: number; paint: () => Promise<Uint8Array<ArrayBuffer>> };

/** The draft's thumbnail: its revision at once, its PNG when asked for, so that a cached one costs no painting. */
export async function loadThumbnail(scope: Scope, id: string): Promise<Thumbnail> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { revision: true },
  });
  if (!template) throw templateNotFound();
  return {
    revision: template.revision,
    paint: async () => {
      const row = await db().template.findFirst({ where: liveTemplate(scope, id), select: { draft: true } });
      if (!row) throw templateNotFound();
      return new Uint8Array(await renderThumbnail(openDocument(row.draft).document, scope.workspaceId));
    },
  };
}
