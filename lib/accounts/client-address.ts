/**
 * The address a request came from, for counting: the last entry of X-Forwarded-For. The custom server leaves one, the
 * client's as far as trusted proxies vouch for it; on a host without it, the last is what the nearest proxy wrote.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
