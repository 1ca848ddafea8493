import { hkdfSync } from "node:crypto";
import { env } from "./env";

let derived: { secret: string; keys: Map<string, Buffer> } | undefined;

/** The key of 32 bytes for one purpose, derived (HKDF) from NEXTAUTH_SECRET; remembered, for lists have many rows. */
export function keyFor(purpose: string): Buffer {
  const secret = env().NEXTAUTH_SECRET;
  if (derived?.secret !== secret) derived = { secret, keys: new Map() };
  const known = derived.keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "", `nameplate ${purpose} v1`, 32));
  derived.keys.set(purpose, key);
  return key;
}
