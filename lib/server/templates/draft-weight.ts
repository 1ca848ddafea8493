import { LRUCache } from "lru-cache";
import type { Scope } from "@/lib/accounts/scope";
import { refuseWhileWaiting } from "@/lib/accounts/too-many";
import { THUMBNAIL_VERSION } from "@/lib/render/thumbnail";
import { weighDraft } from "@/lib/render/weigh-draft";
import { loadBrandKit } from "../brand/brand-kit";
import { openWithKit } from "../brand/open-with-kit";
import { db } from "../db";
import { loadImageHosts } from "../image-hosts";
import { processWide } from "../process-registry";
import { liveTemplate, templateNotFound } from "./find-template";
import { weightLimiter } from "./weight-limiter";

export type DraftWeight = {
  revision: number;
  /** Bytes of the picture as PNG. */
  bytes: number;
};

/** Weights of the drafts weighed last, by template, revision and kit: whoever asks again costs nothing. */
function weights(): LRUCache<string, number> {
  return processWide("draft-weights", () => new LRUCache<string, number>({ max: 2000 }));
}

/** How heavy the draft's picture is, as it would be published. @throws AppError `not_found`, `too_many`, `unavailable` */
export async function draftWeight(scope: Scope, id: string): Promise<DraftWeight> {
  const row = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: { revision: true, draft: true },
  });
  if (!row) throw templateNotFound();
  const { revision } = row;
  const brand = await loadBrandKit(scope);
  const key = `${scope.workspaceId} ${id} ${revision} ${brand.revision} ${THUMBNAIL_VERSION}`;
  const known = weights().get(key);
  if (known !== undefined) return { revision, bytes: known };
  refuseWhileWaiting(
    weightLimiter().attempt(scope.userId),
    (time) => `Too many pictures were weighed in a short time. Try again in ${time}.`,
  );
  const { hosts } = await loadImageHosts(scope);
  const owner = { workspaceId: scope.workspaceId, allowedImageHosts: hosts };
  const { bytes, complete } = await weighDraft(openWithKit(row.draft, brand.kit), owner);
  if (complete) weights().set(key, bytes);
  return { revision, bytes };
}
