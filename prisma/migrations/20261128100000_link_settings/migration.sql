CREATE TYPE "LinkPolicy" AS ENUM ('open', 'signed_remote', 'signed');

-- Links that are there stay as they are.
ALTER TABLE "Link"
  ADD COLUMN "name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "pausedAt" TIMESTAMP(3),
  ADD COLUMN "expiresAt" TIMESTAMP(3),
  ADD COLUMN "maxRenders" INTEGER,
  ADD COLUMN "renders" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "policy" "LinkPolicy" NOT NULL DEFAULT 'open',
  ADD COLUMN "allowedImageHosts" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SigningKey_workspaceId_createdAt_idx" ON "SigningKey"("workspaceId", "createdAt");
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_workspaceId_fkey"
  FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
