import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { type Action, staysInProjects } from "../permissions";
import { reachOf, requireAllowed, type Scope } from "../scope";
import { scopeFor } from "./api-scopes";
import { hashOfKey, isKeyText } from "./key-text";

/** Use of a key is written down at most this often. */
const TOUCH_EVERY_MS = 60_000;

/** A key that was shown, and that is good at this moment. What it may do is asked with each action: `scopeOfKey`. */
export type LiveKey = {
  id: string;
  scopes: readonly string[];
  workspace: { id: string; slug: string; name: string };
  userId: string;
  member: { role: Scope["role"]; projectIds: string[] };
  allProjects: boolean;
  projectIds: readonly string[];
};

/**
 * The key that a program shows. Read from the database every time, so that what is revoked is revoked everywhere at
 * once. @throws AppError `not_signed_in` for a text that is no key, and for one that was revoked, has expired, or whose
 * maker is no member any more
 */
export async function readKey(text: string, now = new Date()): Promise<LiveKey> {
  if (!isKeyText(text)) {
    throw new AppError(
      "not_signed_in",
      "This is no key of ours: its checksum is wrong. Was it copied whole?",
    );
  }
  const key = await db().apiKey.findUnique({
    where: { hash: hashOfKey(text) },
    include: { workspace: { select: { id: true, slug: true, name: true } } },
  });
  if (!key) throw new AppError("not_signed_in", "There is no such key. Make one under “API keys”.");
  if (key.revokedAt) throw new AppError("not_signed_in", "This key was revoked. Use another one.");
  if (key.expiresAt && key.expiresAt <= now) {
    throw new AppError(
      "not_signed_in",
      `This key expired on ${key.expiresAt.toISOString()}. Use another one.`,
    );
  }
  const { workspaceId, createdById: userId } = key;
  const member = await db().member.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true, projectIds: true },
  });
  if (!member) {
    throw new AppError("not_signed_in", "Whoever made this key is no member of the workspace any more.");
  }
  touch(key, now);
  const { id, scopes, workspace, allProjects, projectIds } = key;
  return { id, scopes, workspace, userId, member, allProjects, projectIds };
}

/**
 * Leave for one action: the key's scopes, and no more than whoever made it may do now. @throws AppError `forbidden`
 */
export function scopeOfKey(key: LiveKey, action: Action): Scope {
  const needed = scopeFor(action);
  if (needed === undefined || !key.scopes.includes(needed)) {
    throw new AppError("forbidden", `This key lacks the scope ${needed ?? action}. Use a key that has it.`, {
      details: { scope: needed ?? null },
    });
  }
  requireAllowed(key.member.role, action);
  const projectIds = limitOf(key);
  if (projectIds !== null && !staysInProjects(action)) {
    throw new AppError(
      "forbidden",
      "This key is limited to some projects, and this concerns the whole workspace. Use a key for all projects.",
      { details: { scope: needed } },
    );
  }
  const { workspace, userId, member } = key;
  return {
    workspaceId: workspace.id,
    workspaceSlug: workspace.slug,
    workspaceName: workspace.name,
    userId,
    role: member.role,
    projectIds,
    via: { kind: "key", keyId: key.id },
  };
}

/** The only projects within reach: those of the key that its maker sees too. */
function limitOf({ allProjects, projectIds, member }: LiveKey): readonly string[] | null {
  const makers = reachOf(member);
  if (allProjects) return makers;
  return makers === null ? projectIds : projectIds.filter((id) => makers.includes(id));
}

/** Writes down that the key is in use, without anybody waiting for it. */
function touch({ id, lastUsedAt }: { id: string; lastUsedAt: Date | null }, now: Date): void {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < TOUCH_EVERY_MS) return;
  const before = new Date(now.getTime() - TOUCH_EVERY_MS);
  db()
    .apiKey.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: now },
    })
    .catch((error: unknown) => log().warn({ err: error }, "the last use of a key could not be written down"));
}
