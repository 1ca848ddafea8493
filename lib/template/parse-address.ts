const LONGEST = 2048;
const BARE_HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]|$)/u;

/**
 * Reads a web address: `https://…`, `http://…`, `//host/…` or a bare `host.tld/…`, which are taken as https.
 * null for other schemes, for names and passwords in the address, for relative paths and past 2048 characters.
 */
export function parseAddress(text: string): string | null {
  const written = text.trim();
  if (written === "" || written.length > LONGEST) return null;
  const absolute = written.startsWith("//")
    ? `https:${written}`
    : BARE_HOST.test(written)
      ? `https://${written}`
      : written;
  if (!/^https?:\/\/[^/\\]/i.test(absolute) || !URL.canParse(absolute)) return null;
  const url = new URL(absolute);
  if (url.username !== "" || url.password !== "" || url.href.length > LONGEST) return null;
  return url.href;
}
