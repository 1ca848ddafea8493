-- CreateEnum
CREATE TYPE "FormState" AS ENUM ('open', 'paused', 'closed');

-- CreateTable
CREATE TABLE "DataForm" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "questions" JSONB NOT NULL,
    "thanks" TEXT NOT NULL,
    "consent" TEXT NOT NULL DEFAULT '',
    "byAddress" BOOLEAN NOT NULL DEFAULT false,
    "linkKey" TEXT,
    "state" "FormState" NOT NULL DEFAULT 'open',
    "answers" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DataForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DataForm_key_key" ON "DataForm"("key");

-- CreateIndex
CREATE INDEX "DataForm_workspaceId_idx" ON "DataForm"("workspaceId");

-- CreateIndex
CREATE INDEX "DataForm_workspaceId_sourceId_idx" ON "DataForm"("workspaceId", "sourceId");

-- AddForeignKey
ALTER TABLE "DataForm" ADD CONSTRAINT "DataForm_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataForm" ADD CONSTRAINT "DataForm_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
