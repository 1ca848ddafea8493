import type { Scope } from "@/lib/accounts/scope";
import { loadBrandKit, type StoredKit } from "../brand/brand-kit";
import { openWithKit } from "../brand/open-with-kit";
import { db } from "../db";
import { liveTemplate, templateNotFound } from "./find-template";

export type EditorTemplate = {
  id: string;
  name: string;
  revision: number;
  /** Revision that links show; null before the first publish. */
  publishedRevision: number | null;
  linkKey: string | null;
  /** The draft as it is stored; the editor opens it and shows what had to be repaired. */
  document: unknown;
  /** Editors change its texts and pictures only. */
  brandLocked: boolean;
  /** The workspace's brand kit, for the editor to put in. */
  brand: StoredKit;
};

/** What the editor begins with. */
export async function loadEditor(scope: Scope, id: string): Promise<EditorTemplate> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, id),
    select: {
      id: true,
      name: true,
      revision: true,
      draft: true,
      brandLocked: true,
      publishedVersion: { select: { revision: true } },
      links: { where: { deletedAt: null }, orderBy: { createdAt: "asc" }, take: 1, select: { key: true } },
    },
  });
  if (!template) throw templateNotFound();
  const brand = await loadBrandKit(scope);
  const { draft, publishedVersion, links, ...rest } = template;
  return {
    ...rest,
    publishedRevision: publishedVersion?.revision ?? null,
    linkKey: links[0]?.key ?? null,
    // The kit is the whole workspace's. Who sees some projects only, gets its values where they stand in the design.
    ...(scope.projectIds === null
      ? { document: draft, brand }
      : { document: openWithKit(draft, brand.kit), brand: { kit: null, revision: brand.revision } }),
  };
}
