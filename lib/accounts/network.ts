/**
 * The network an address stands for when attempts are counted: an IPv6 customer holds a whole /64, an IPv4 address
 * stands for itself, also where a socket for both writes it as an IPv6 one.
 */
export function networkOf(address: string): string {
  const plain = withoutMapping(address);
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = plain.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

/** Whether the address is this very machine. */
export function isLoopback(address: string): boolean {
  const plain = withoutMapping(address);
  return plain === "::1" || /^127(\.\d{1,3}){3}$/.test(plain);
}

function withoutMapping(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
}
