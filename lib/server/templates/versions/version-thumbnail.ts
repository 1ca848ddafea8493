import type { Scope } from "@/lib/accounts/scope";
import { renderThumbnail, THUMBNAIL_VERSION, type Thumbnail } from "@/lib/render/thumbnail";
import { db } from "../../db";
import { loadImageHosts } from "../../image-hosts";
import { loadVersion, missing, oneVersion } from "./find-version";

/** A version's thumbnail: its tag at once, its PNG when asked for. A version never changes, so neither does this. */
export async function loadVersionThumbnail(
  scope: Scope,
  templateId: string,
  number: number,
): Promise<{ tag: string; paint: () => Promise<Thumbnail> }> {
  const version = await db().templateVersion.findFirst({
    where: oneVersion(scope, templateId, number),
    select: { id: true },
  });
  if (!version) throw await missing(scope, templateId, number);
  return {
    tag: `${version.id}-${THUMBNAIL_VERSION}`,
    paint: async () => {
      const { document } = await loadVersion(scope, templateId, number);
      const { hosts } = await loadImageHosts(scope);
      return renderThumbnail(document, { workspaceId: scope.workspaceId, allowedImageHosts: hosts });
    },
  };
}
