-- CreateTable
CREATE TABLE "WorkspaceStarter" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "brandLocked" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "WorkspaceStarter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WorkspaceStarter_workspaceId_deletedAt_createdAt_idx" ON "WorkspaceStarter"("workspaceId", "deletedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "WorkspaceStarter_workspaceId_id_key" ON "WorkspaceStarter"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "WorkspaceStarter" ADD CONSTRAINT "WorkspaceStarter_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
