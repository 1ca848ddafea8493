/** Whether an If-None-Match header names an entity tag (RFC 9110, 13.1.2: weak comparison, `*` matches all). */
export function namesTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((part) => {
    const tag = part.trim().replace(/^W\//, "");
    return tag === "*" || tag === `"${etag}"`;
  });
}
