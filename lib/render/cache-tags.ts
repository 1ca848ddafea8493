import { createHash } from "node:crypto";

/**
 * Names by which caches find what to forget: of the link, and of the version it shows. Both are made from what they name, so
 * that whoever knows a link's key can make its tag, and nobody reads a key from one. 18 characters each.
 */
export function cacheTags(linkKey: string, versionId?: string): string[] {
  return [tag("l", linkKey), ...(versionId === undefined ? [] : [tag("v", versionId)])];
}

function tag(letter: string, name: string): string {
  return `${letter}-${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
}
