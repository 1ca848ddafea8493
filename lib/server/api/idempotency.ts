import { createHash } from "node:crypto";
import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { db, transaction } from "../db";

/** Replies are kept for at least this long. */
export const REPLY_KEPT_MS = 24 * 60 * 60_000;

const LONGEST_KEY = 255;

/** An answer as it can be kept and given again. */
export type KeptReply = { status: number; headers: Record<string, string>; body: string };

const storedHeaders = z.record(z.string(), z.string());

/** Which request it is: of which key of the API, which operation, and what it carried. */
export type RepeatableRequest = {
  keyId: string;
  /** Such as `POST /templates`. */
  route: string;
  idempotencyKey: string;
  /** Everything that decides what the request does: its path, query and body. */
  payload: readonly (string | Uint8Array)[];
};

/** The header's value. @throws AppError `bad_request` when it is empty or too long */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (key.length > 0 && key.length <= LONGEST_KEY) return key;
  throw new AppError(
    "bad_request",
    `An Idempotency-Key has 1 to ${LONGEST_KEY} characters; this one has ${key.length}.`,
  );
}

/**
 * Does what is asked once, however often it is asked: the effect and the reply are stored in one transaction, so that
 * after a crash either both are there or neither is. @throws AppError `conflict` while the first is still under way,
 * `invalid` when the key was used for something else
 */
export async function once(
  scope: Scope,
  request: RepeatableRequest,
  run: () => Promise<KeptReply>,
): Promise<KeptReply & { isRepeated: boolean }> {
  const { workspaceId } = scope;
  const { keyId: apiKeyId, route, idempotencyKey: key } = request;
  const requestHash = hashOf(request.payload);
  return transaction(async (tx) => {
    const name = `${workspaceId} ${apiKeyId} ${route} ${key}`;
    const [turn] = await tx.$queryRaw<{ mine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS mine`;
    if (!turn?.mine) {
      throw new AppError(
        "conflict",
        "A request with this Idempotency-Key is under way. Ask again in a moment for its answer.",
        { details: { retryAfter: 1 } },
      );
    }
    const at = { workspaceId, apiKeyId, route, key };
    const known = await tx.idempotentReply.findUnique({
      where: { workspaceId_apiKeyId_route_key: at },
      select: { requestHash: true, status: true, headers: true, body: true },
    });
    if (known && known.requestHash !== requestHash) {
      throw new AppError(
        "invalid",
        "This Idempotency-Key was used for another request. Use a new key for a new request.",
      );
    }
    if (known) {
      const { status, body } = known;
      return { status, body, headers: storedHeaders.parse(known.headers), isRepeated: true };
    }
    const reply = await run();
    await tx.idempotentReply.create({ data: { ...at, requestHash, ...reply }, select: { key: true } });
    return { ...reply, isRepeated: false };
  });
}

/** Forgets replies older than they have to be kept. */
export async function deleteOldReplies(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - REPLY_KEPT_MS);
  const { count } = await db().idempotentReply.deleteMany({ where: { createdAt: { lt: before } } });
  return count;
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update(" ").update(part);
  return hash.digest("hex");
}
