-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('draft', 'running', 'paused', 'done', 'cancelled');

-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "versionId" TEXT,
    "name" TEXT NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'draft',
    "source" JSONB NOT NULL,
    "columns" TEXT[],
    "rows" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL DEFAULT 0,
    "mapping" JSONB NOT NULL,
    "cleanUps" JSONB NOT NULL,
    "output" JSONB NOT NULL,
    "report" JSONB,
    "nextPart" INTEGER NOT NULL DEFAULT 0,
    "made" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "key" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchPart" (
    "workspaceId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "firstRow" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,
    "outcomes" JSONB,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "BatchPart_pkey" PRIMARY KEY ("batchId","index")
);

-- CreateIndex
CREATE UNIQUE INDEX "Batch_key_key" ON "Batch"("key");

-- CreateIndex
CREATE INDEX "Batch_workspaceId_createdAt_id_idx" ON "Batch"("workspaceId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Batch_templateId_idx" ON "Batch"("templateId");

-- CreateIndex
CREATE INDEX "Batch_expiresAt_idx" ON "Batch"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Batch_workspaceId_id_key" ON "Batch"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "BatchPart_workspaceId_idx" ON "BatchPart"("workspaceId");

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_workspaceId_templateId_fkey" FOREIGN KEY ("workspaceId", "templateId") REFERENCES "Template"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchPart" ADD CONSTRAINT "BatchPart_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchPart" ADD CONSTRAINT "BatchPart_workspaceId_batchId_fkey" FOREIGN KEY ("workspaceId", "batchId") REFERENCES "Batch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
