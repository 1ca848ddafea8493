import type { Person } from "@/lib/server/testing/people";

/**
 * What nobody sets by sending it: ids, owners, roles, times and secrets. The values are ones that a database would take:
 * what belongs to somebody is the stranger's, so that a row which took it would be found.
 */
export function protectedProperties({ scope }: Person): Record<string, unknown> {
  return {
    id: "chosen-id-0123456789",
    workspaceId: scope.workspaceId,
    workspace: { connect: { id: scope.workspaceId } },
    userId: scope.userId,
    createdById: scope.userId,
    role: "owner",
    plan: "chosen-plan",
    scopes: ["members:read"],
    projectId: "chosen-project-id",
    projectIds: ["chosen-project-id"],
    templateId: "chosen-template-id",
    key: "chosen-key-0123456789",
    keyHash: "chosen-hash",
    hash: "chosen-hash",
    tokenHash: "chosen-hash",
    passwordHash: "chosen-hash",
    secret: "chosen-secret",
    slug: "chosen-slug",
    email: "chosen@example.com",
    storageKey: "assets/chosen/file",
    familyKey: "chosen-family",
    sha256: "chosen-sum",
    createdAt: "2001-02-03T04:05:06.000Z",
    updatedAt: "2001-02-03T04:05:06.000Z",
    expiresAt: "2101-02-03T04:05:06.000Z",
    revokedAt: null,
    deletedAt: null,
    leakedAt: null,
    emailVerifiedAt: "2001-02-03T04:05:06.000Z",
    revision: 987654321,
    number: 987654321,
    publishedVersionId: "chosen-version-id",
    brandLocked: false,
    // Not as a property of ours, but as what every object has.
    ["__proto__"]: { role: "owner" },
    constructor: { prototype: { role: "owner" } },
  };
}

/** What of those values would stand in a row that took one. */
export const CHOSEN = /chosen|2001-02-03|2101-02-03|987654321/;
