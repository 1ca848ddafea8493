import { foldText } from "@/lib/server/fold-text";

/** First parts of paths that are ours; a workspace of that name could not be reached. */
const RESERVED = new Set(
  (
    "account admin api app assets auth blog dashboard demo docs editor f favicon fonts health healthz help home i img " +
    "invite join legal link links login logout metrics new nameplate open outbox p pricing privacy public readyz register " +
    "robots security settings share sign-in sign-out sign-up signin signup sitemap starters static status support " +
    "team template templates terms user users verify well-known workspace workspaces www"
  ).split(" "),
);

const LONGEST = 40;

/**
 * A name as it can stand in an address: lower-case Latin letters, digits and single hyphens, at most 40. Empty when
 * nothing of the name can be written so (Щёголева); a reserved word gets `-team` added.
 */
export function workspaceSlug(name: string): string {
  const slug = foldText(name)
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  return RESERVED.has(slug) ? `${slug}-team` : slug;
}
