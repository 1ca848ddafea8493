import { randomBytes } from "node:crypto";
import { recordEvent } from "@/lib/accounts/audit/record-event";
import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { announceLinks } from "../announce-links";
import { db, transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { lockWorkspace } from "../lock-workspace";
import { seal, unseal } from "../sealed-secret";

/** Keys that hold at a time: one that signs, and those that old addresses were signed with. */
const MOST_KEYS = 5;

/** 256 bits (RFC 2104 wants as many as the hash has), after a prefix that secret scanners know. */
const SECRET_PREFIX = "npsign_";
const SECRET_BYTES = 32;

export type SigningKeyItem = { id: string; createdAt: Date };
export type NewSigningKey = SigningKeyItem & { secret: string };

/** The keys that hold, the newest first: new addresses are signed with that. */
export function listSigningKeys({ workspaceId }: Scope): Promise<SigningKeyItem[]> {
  return db().signingKey.findMany({
    where: { workspaceId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, createdAt: true },
  });
}

/** Makes a key; new addresses are signed with it at once, and those signed before hold on. `conflict` past the most there may be. */
export async function createSigningKey(scope: Scope, now = new Date()): Promise<NewSigningKey> {
  const { workspaceId, userId } = scope;
  const secret = SECRET_PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
  return transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId);
    if ((await tx.signingKey.count({ where: { workspaceId, revokedAt: null } })) >= MOST_KEYS) {
      throw new AppError(
        "conflict",
        `A workspace has at most ${MOST_KEYS} signing keys. Revoke one that nothing is signed with any more.`,
      );
    }
    const id = newId("sgk");
    const data = { id, workspaceId, secret: seal("link-signing", workspaceId, secret), createdById: userId };
    await tx.signingKey.create({ data: { ...data, createdAt: now }, select: { id: true } });
    await tell(tx, scope, id, "created");
    return { id, createdAt: now, secret };
  });
}

/** The secret of a key, for whoever signs on their own machine. That it was shown is written down. */
export async function revealSigningKey(scope: Scope, id: string): Promise<NewSigningKey> {
  return transaction(async (tx) => {
    const key = await loadSigningKey(scope, id);
    await recordEvent(tx, scope, "signing-key.edit", keyObject(id), { done: "looked at" });
    return key;
  });
}

async function loadSigningKey({ workspaceId }: Scope, id: string): Promise<NewSigningKey> {
  const row = await db().signingKey.findFirst({
    where: { id, workspaceId, revokedAt: null },
    select: { id: true, createdAt: true, secret: true },
  });
  if (!row) throw signingKeyNotFound();
  const secret = unseal("link-signing", workspaceId, row.secret);
  if (secret !== null) return { ...row, secret };
  throw new AppError(
    "conflict",
    "This key cannot be read: NEXTAUTH_SECRET was another when it was made. Make a new one.",
  );
}

/** Ends a key: addresses signed with it show the picture without values within seconds. */
export async function revokeSigningKey(scope: Scope, id: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const where = { id, workspaceId: scope.workspaceId, revokedAt: null };
    const { count } = await tx.signingKey.updateMany({ where, data: { revokedAt: now } });
    if (count === 0) throw signingKeyNotFound();
    await tell(tx, scope, id, "revoked");
  });
}

/** The newest secret of a workspace, made if there is none. */
export async function currentSecret(scope: Scope): Promise<string> {
  const [newest] = await listSigningKeys(scope);
  if (newest) return (await loadSigningKey(scope, newest.id)).secret;
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${scope.workspaceId} FOR NO KEY UPDATE`;
    const [made] = await listSigningKeys(scope);
    return made ? (await loadSigningKey(scope, made.id)).secret : (await createSigningKey(scope)).secret;
  });
}

async function tell(tx: Prisma.TransactionClient, scope: Scope, id: string, done: string): Promise<void> {
  const { workspaceId } = scope;
  const links = await tx.link.findMany({ where: { workspaceId, deletedAt: null }, select: { key: true } });
  await announceLinks(
    tx,
    links.map(({ key }) => key),
  );
  await recordEvent(tx, scope, "signing-key.edit", keyObject(id), { done });
}

function keyObject(id: string) {
  return { kind: "signing-key", id, name: id.slice(-4) };
}

function signingKeyNotFound(): AppError {
  return new AppError(
    "not_found",
    "There is no such signing key in this workspace. It may have been revoked.",
  );
}
