/** Any origin will do to see whether an address leaves it. */
const HERE = "http://here.invalid";

/**
 * Where to go after signing in, from an address anybody can write. Only a path of this site passes; whatever a
 * browser could read as another site (`//x`, `/\x`, `https:x`, tabs in between) becomes `/home`.
 */
export function safeNext(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, HERE)) return "/home";
  const url = new URL(next, HERE);
  if (
    url.origin !== HERE ||
    url.pathname.startsWith("//") ||
    /^\/(api|sign-in|sign-up)(\/|$)/.test(url.pathname)
  ) {
    return "/home";
  }
  return url.pathname + url.search + url.hash;
}
