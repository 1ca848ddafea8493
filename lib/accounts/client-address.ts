/**
 * The address a request came from: the last entry of X-Forwarded-For, which the nearest proxy (or the server
 * itself, from the socket) wrote; what stands before it may be made up. Used for counting only.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
