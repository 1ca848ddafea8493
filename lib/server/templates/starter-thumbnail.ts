import type { Scope } from "@/lib/accounts/scope";
import { renderThumbnail, THUMBNAIL_VERSION, type Thumbnail } from "@/lib/render/thumbnail";
import { withKit } from "@/lib/template/with-kit";
import { loadBrandKit } from "../brand/brand-kit";
import { loadImageHosts } from "../image-hosts";
import { openStarter } from "./starters";

/** The picture of a workspace's starter. Its document never changes, and the brand kit has a revision: the tag is known without painting. */
export async function loadStarterThumbnail(
  scope: Scope,
  id: string,
): Promise<{ tag: string; paint: () => Promise<Thumbnail> }> {
  const { document } = await openStarter(scope, id);
  const { kit, revision } = await loadBrandKit(scope);
  return {
    tag: `${id}-${revision}-${THUMBNAIL_VERSION}`,
    paint: async () => {
      const { hosts } = await loadImageHosts(scope);
      return renderThumbnail(withKit(document, kit), {
        workspaceId: scope.workspaceId,
        allowedImageHosts: hosts,
      });
    },
  };
}
