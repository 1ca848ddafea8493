import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { AppError } from "@/lib/errors";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A block of addresses: its base and how many leading bits count. */
export type AddressBlock = [Address, number];

/**
 * Blocks that are "unicast" to ipaddr.js and still lead inside: embedded IPv4, tunnels that carry one, and a
 * cloud's metadata service on a public address. Blocks it refuses today stand here too where a change of its
 * tables would open a door.
 */
const REFUSED_BLOCKS = parseBlocks([
  "::/96", // IPv4-compatible, RFC 4291 2.5.5.1
  "64:ff9b::/96", // NAT64, RFC 6052
  "64:ff9b:1::/48", // local NAT64, RFC 8215
  "2001::/23", // IETF assignments with Teredo, RFC 2928
  "2002::/16", // 6to4, RFC 3056
  "3fff::/20", // documentation, RFC 9637
  "5f00::/16", // segment routing, RFC 9602
  "168.63.129.16/32", // Azure's platform address
  "192.88.99.0/24", // 6to4 relays, RFC 7526
]);

/**
 * Reads blocks such as `10.0.0.0/8` or `fd12::/32`.
 *
 * @throws AppError naming the first that is not one
 */
export function parseBlocks(cidrs: readonly string[]): AddressBlock[] {
  return cidrs.map((cidr) => {
    if (ipaddr.isValidCIDR(cidr)) return ipaddr.parseCIDR(cidr);
    throw new AppError("invalid", `Expected an address block such as 10.0.0.0/8, got "${cidr}".`);
  });
}

/**
 * Whether a picture may be fetched from this address: an allow-list, so only plain global unicast is public.
 * IPv4-mapped addresses are judged as the IPv4 address they carry.
 *
 * @param ip an IPv4 or IPv6 literal in canonical notation, without brackets; anything else is refused
 * @param allowPrivate blocks that the operator of a closed network has opened; empty by default
 */
export function judgeAddress(ip: string, allowPrivate: readonly AddressBlock[] = []): "public" | "refused" {
  if (isIP(ip) === 0 || ip.includes("%")) return "refused";
  const address = ipaddr.process(ip);
  if (allowPrivate.some((block) => within(address, block))) return "public";
  if (address.range() !== "unicast") return "refused";
  if (REFUSED_BLOCKS.some((block) => within(address, block))) return "refused";
  return carriesIsatap(address) ? "refused" : "public";
}

function within(address: Address, block: AddressBlock): boolean {
  return address.kind() === block[0].kind() && address.match(block);
}

/** ISATAP interface identifiers hold an IPv4 address behind 0:5efe or 200:5efe, RFC 5214 6.1. */
function carriesIsatap(address: Address): boolean {
  if (!(address instanceof ipaddr.IPv6)) return false;
  const [, , , , marker, owner] = address.parts;
  return owner === 0x5efe && (marker === 0 || marker === 0x200);
}
