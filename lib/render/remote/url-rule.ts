import type { RemoteFailureReason } from "./remote-failure";

const LONGEST_URL = 2048;
const LOCAL_SUFFIXES = ["localhost", "local", "internal", "home.arpa"];
const METADATA_NAMES = new Set(["metadata", "instance-data", "metadata.google.internal", "metadata.goog"]);
const PORTS = ["", "80", "443"];

export type UrlVerdict =
  | { url: URL; hostname: string; refused?: undefined }
  | { refused: Extract<RemoteFailureReason, "bad_url" | "refused_host" | "refused_port"> };

/**
 * What an address's text alone can tell: length, syntax, scheme, credentials, port, host name, in that order.
 * Addresses behind the name, and numeric hosts in any notation, are judged where the socket is opened.
 * `hostname` is lower case ASCII without brackets; trailing dots are taken off it and off the URL, since
 * certificates are not issued for them. `allowLocalNames` lets names such as `pictures.local` through; their addresses
 * are still judged. `morePorts` are allowed beside the usual ones.
 */
export function judgeUrl(
  input: string,
  allowLocalNames = false,
  morePorts: readonly number[] = [],
): UrlVerdict {
  if (input.length > LONGEST_URL || !URL.canParse(input)) return { refused: "bad_url" };
  const url = new URL(input);
  if (url.protocol !== "http:" && url.protocol !== "https:") return { refused: "bad_url" };
  if (url.username !== "" || url.password !== "") return { refused: "bad_url" };
  if (!PORTS.includes(url.port) && !morePorts.includes(Number(url.port))) return { refused: "refused_port" };
  const hostname = bareHostname(url.hostname);
  if (hostname === "" || METADATA_NAMES.has(hostname)) return { refused: "refused_host" };
  if (!allowLocalNames && isLocalName(hostname)) return { refused: "refused_host" };
  if (url.hostname.endsWith(".")) url.hostname = hostname;
  return { url, hostname };
}

/** A host as written in a URL, without IPv6 brackets and trailing dots, in lower case. */
export function bareHostname(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.+$/, "")
    .toLowerCase();
}

function isLocalName(hostname: string): boolean {
  return LOCAL_SUFFIXES.some((suffix) => hostname === suffix || hostname.endsWith(`.${suffix}`));
}
