import type { Scope } from "@/lib/accounts/scope";
import { db } from "@/lib/server/db";
import { LINK_SELECT, type LinkItem, liveLinks } from "@/lib/server/links/link-item";
import { loadSource } from "./manage-sources";

/** Links of one source that a page shows. */
const MOST_SHOWN = 200;

/** Which links look values up in a source, the newest first. */
export async function listSourceLinks(scope: Scope, id: string): Promise<LinkItem[]> {
  await loadSource(scope, id);
  return db().link.findMany({
    where: { AND: [liveLinks(scope), { sources: { some: { sourceId: id } } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: LINK_SELECT,
  });
}
