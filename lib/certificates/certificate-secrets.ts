import { createHash, hkdfSync } from "node:crypto";
import { env } from "@/lib/server/env";

/** The key of a workspace's numbers and codes; nobody else's rows give the same. */
export function certificateKey(workspaceId: string): Uint8Array {
  const info = `nameplate certificate ${workspaceId} v1`;
  return new Uint8Array(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", info, 32));
}

/** What a code is stored under: nobody who reads the database has an address from it. */
export function codeHash(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}

/** Where anybody checks the certificate of a code. */
export function verificationUrl(code: string): string {
  return `${env().PUBLIC_URL}/verify/${code}`;
}
