/**
 * The address a request came from, for counting: X-Forwarded-For, in which the web server leaves one entry, the
 * client's as far as trusted proxies vouch for it. What a client writes there itself never gets this far.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor || "unknown";
}
