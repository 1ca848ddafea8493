import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address of the client, given X-Forwarded-For, the other end of the socket, and how many proxies stand in front.
 * Each proxy adds to the right who asked it, so the last so many entries are theirs; what stands before them is the
 * client's own claim. Whoever came past the proxies is the one at the socket. undefined once the socket is closed.
 */
export function clientOf(
  forwardedFor: string | undefined,
  socketAddress: string | undefined,
  trustedProxies: number,
): string | undefined {
  const entry = trustedProxies > 0 ? forwardedFor?.split(",").at(-trustedProxies) : undefined;
  return addressIn(entry) ?? addressIn(socketAddress);
}

/** Leaves one entry in X-Forwarded-For, the client's address. Without it the framework believes what the client sent. */
export function nameClient(request: IncomingMessage, trustedProxies: number): void {
  const { headers, socket } = request;
  const said = headers["x-forwarded-for"];
  const client = clientOf(Array.isArray(said) ? said.join(",") : said, socket.remoteAddress, trustedProxies);
  if (client === undefined) delete headers["x-forwarded-for"];
  else headers["x-forwarded-for"] = client;
}

/**
 * An address without the port that some proxies add, IPv4 in its own form: a socket that listens to both families
 * writes it as IPv6, in which all of IPv4 would look like one customer's network.
 */
function addressIn(entry: string | undefined): string | undefined {
  const text = entry?.trim() ?? "";
  const bare = /^\[(.*)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, "");
  return isIP(address) === 0 ? undefined : address;
}
