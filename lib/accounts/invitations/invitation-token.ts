import { createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/server/env";

/** 256 bits: nobody guesses one, so looking one up needs no limit. */
const TOKEN_BYTES = 32;

/** What lets somebody in once, as text that fits an address. Only its hash is stored. */
export function newInvitationToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function hashOfInvitation(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where an invitation is taken up. Behind the `#` no server and no log sees the token. */
export function invitationUrl(token: string): string {
  return `${env().PUBLIC_URL}/invite#${token}`;
}
