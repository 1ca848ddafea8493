import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { clientAddress } from "@/lib/accounts/client-address";
import { networkOf } from "@/lib/accounts/network";
import { db } from "@/lib/server/db";
import { processWide } from "@/lib/server/process-registry";
import { readCode } from "./certificate-number";
import { codeHash } from "./certificate-secrets";
import { openShown, type ShownValues } from "./shown-values";

/** What anybody with the address may know. */
export type Verification =
  | { state: "unknown" }
  | ({ state: "valid" } & Told)
  /** It was one once: whom it named is nobody's business any more. */
  | ({ state: "revoked"; revokedAt: Date } & Omit<Told, "shown">);

type Told = { number: string; workspace: string; issuedAt: Date; shown: ShownValues };

/** Looks a certificate up by the code of its address. Codes that were never given, and those of no picture yet, are alike. */
export async function verifyCertificate(typed: string): Promise<Verification> {
  const code = readCode(typed);
  if (code === null) return { state: "unknown" };
  const found = await db().certificate.findUnique({
    where: { codeHash: codeHash(code) },
    select: {
      id: true,
      number: true,
      shown: true,
      issuedAt: true,
      revokedAt: true,
      workspace: { select: { name: true } },
    },
  });
  if (!found?.issuedAt) return { state: "unknown" };
  const { number, issuedAt, revokedAt } = found;
  const told = { number, workspace: found.workspace.name, issuedAt };
  if (revokedAt) return { state: "revoked", ...told, revokedAt };
  const shown = openShown(found.id, found.shown);
  return shown === null ? { state: "unknown" } : { state: "valid", ...told, shown };
}

/** Checks from one network a minute: a class with its certificates may do so, a program that tries codes may not. */
export const CHECKS_A_MINUTE = 60;

/** Counts a check. Gives how long to wait first, s; 0: it may go on. */
export async function countCheck(forwardedFor: string | null): Promise<number> {
  try {
    await checks().consume(networkOf(clientAddress(forwardedFor)));
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

function checks(): RateLimiterMemory {
  return processWide(
    "certificate-checks",
    () => new RateLimiterMemory({ points: CHECKS_A_MINUTE, duration: 60, keyPrefix: "verify" }),
  );
}
