import type { Scope } from "@/lib/accounts/scope";
import { templatesWithin } from "@/lib/accounts/within";
import { renderThumbnail, THUMBNAIL_VERSION, type Thumbnail } from "@/lib/render/thumbnail";
import { loadBrandKit } from "../brand/brand-kit";
import { openWithKit } from "../brand/open-with-kit";
import { db } from "../db";
import { loadImageHosts } from "../image-hosts";
import { templateNotFound } from "./find-template";

/** The thumbnail of a draft, also of a deleted one, which can be restored: its tag at once, its PNG when asked for, so that a cached one costs no painting. */
export async function loadThumbnail(
  scope: Scope,
  id: string,
): Promise<{ tag: string; paint: () => Promise<Thumbnail> }> {
  const where = { id, ...templatesWithin(scope) };
  const template = await db().template.findFirst({
    where,
    select: { revision: true },
  });
  if (!template) throw templateNotFound();
  const { kit, revision } = await loadBrandKit(scope);
  return {
    tag: `${id}-${template.revision}-${revision}-${THUMBNAIL_VERSION}`,
    paint: async () => {
      const row = await db().template.findFirst({ where, select: { draft: true } });
      if (!row) throw templateNotFound();
      const { hosts } = await loadImageHosts(scope);
      const owner = { workspaceId: scope.workspaceId, allowedImageHosts: hosts };
      return renderThumbnail(openWithKit(row.draft, kit), owner);
    },
  };
}
