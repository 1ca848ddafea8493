import type { RequestListener } from "node:http";
import type { Zone } from "./canary-rig";
import type { DnsRecord } from "./dns-answerer";

/** The address that leads to the public site of a rig. */
export const PUBLIC = "93.184.215.14";

/** Addresses that need a name server or a redirect to show what they are, by their number in the list of vectors. */
export const RIGGED_URLS: Readonly<Record<string, readonly string[]>> = {
  V61: ["http://127.0.0.1.nip.example/"],
  V62: ["http://mixed.example/", "http://mixed-v4.example/"],
  V63: ["http://alias.example/"],
  V64: ["first-good", "first-bad"].flatMap((name) =>
    [1, 2, 3].map((path) => `http://${name}.example/${path}`),
  ),
  V65: [301, 302, 303, 307, 308].flatMap((status) =>
    ["http://127.0.0.1/", "//127.0.0.1/", "http://[::1]/", "file:///etc/passwd", "/chain/1", "/loop"].map(
      (location) => `http://site.example/go/${status}?${encodeURIComponent(location)}`,
    ),
  ),
  V66: ["http://site.example/refresh"],
  V67: ["http://later.example/1", "http://later.example/2", "http://later.example/3"],
};

/** Answers of a name server for the names above; what flips does so at every look-up. */
export function riggedRecords(zone: Zone): (name: string) => DnsRecord[] {
  const looked = new Map<string, number>();
  const ipv4 = (address: string): DnsRecord => ({ type: "A", address });
  const fixed: Record<string, DnsRecord[]> = {
    "127.0.0.1.nip.example": [ipv4("127.0.0.1")],
    "mixed.example": [ipv4(PUBLIC), { type: "AAAA", address: "::1" }],
    "mixed-v4.example": [ipv4(PUBLIC), ipv4("10.0.0.8")],
    "alias.example": [{ type: "CNAME", target: "middle.example" }],
    "middle.example": [{ type: "CNAME", target: "inside.example" }],
    "inside.example": [ipv4("127.0.0.1")],
    "site.example": [ipv4(PUBLIC)],
  };
  const flipping: Record<string, string[]> = {
    "first-good.example": [PUBLIC, "127.0.0.1"],
    "first-bad.example": ["127.0.0.1", PUBLIC],
    // IPv4 and IPv6 are asked for apart, so the first fetch sees the first two.
    "later.example": [PUBLIC, PUBLIC, "127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"],
  };
  return (name) => {
    const turns = flipping[name];
    if (!turns) {
      const entry = zone[name];
      const addresses = typeof entry === "function" ? entry() : (entry ?? []);
      return (
        fixed[name] ?? addresses.map((address) => ({ type: address.includes(":") ? "AAAA" : "A", address }))
      );
    }
    const turn = looked.get(name) ?? 0;
    looked.set(name, turn + 1);
    return [ipv4(turns[turn % turns.length] ?? PUBLIC)];
  };
}

/** What the public site answers: redirects and refreshes as asked, else `otherwise`. */
export function riggedSite(otherwise: RequestListener): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? "/", "http://site.example");
    const [, kind, part = ""] = url.pathname.split("/");
    if (kind === "go") {
      const location = decodeURIComponent(url.search.slice(1));
      response.writeHead(Number(part), { location }).end();
    } else if (kind === "chain" && Number(part) < 4) {
      response.writeHead(302, { location: `/chain/${Number(part) + 1}` }).end();
    } else if (kind === "chain") response.writeHead(302, { location: "http://127.0.0.1/" }).end();
    else if (kind === "loop") response.writeHead(302, { location: "/loop" }).end();
    else if (kind === "refresh") {
      response.writeHead(200, { refresh: "0;url=http://127.0.0.1/" });
      response.end('<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">');
    } else otherwise(request, response);
  };
}
