import type { Scope } from "@/lib/accounts/scope";
import { renderThumbnail, THUMBNAIL_VERSION, type Thumbnail } from "@/lib/render/thumbnail";
import { loadImageHosts } from "../image-hosts";
import { openStarter } from "./starters";

/** The picture of a workspace's starter. Its document never changes, so its tag is known without painting. */
export async function loadStarterThumbnail(
  scope: Scope,
  id: string,
): Promise<{ tag: string; paint: () => Promise<Thumbnail> }> {
  const { document } = await openStarter(scope, id);
  return {
    tag: `${id}-${THUMBNAIL_VERSION}`,
    paint: async () => {
      const { hosts } = await loadImageHosts(scope);
      return renderThumbnail(document, { workspaceId: scope.workspaceId, allowedImageHosts: hosts });
    },
  };
}
