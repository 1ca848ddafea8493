-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('table', 'http');

-- CreateTable
CREATE TABLE "DataSource" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "config" JSONB NOT NULL,
    "secrets" TEXT,
    "columns" TEXT[],
    "filling" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "filledAt" TIMESTAMP(3),
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "DataSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataRow" (
    "workspaceId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "filling" INTEGER NOT NULL,
    "keyHash" TEXT NOT NULL,
    "cells" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DataRow_pkey" PRIMARY KEY ("sourceId","filling","keyHash")
);

-- CreateTable
CREATE TABLE "LinkSource" (
    "workspaceId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LinkSource_pkey" PRIMARY KEY ("linkId","sourceId")
);

-- CreateIndex
CREATE INDEX "DataSource_workspaceId_createdAt_idx" ON "DataSource"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "DataSource_workspaceId_id_key" ON "DataSource"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "DataRow_workspaceId_idx" ON "DataRow"("workspaceId");

-- CreateIndex
CREATE INDEX "LinkSource_sourceId_idx" ON "LinkSource"("sourceId");

-- CreateIndex
CREATE INDEX "LinkSource_workspaceId_idx" ON "LinkSource"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Link_workspaceId_id_key" ON "Link"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "DataSource" ADD CONSTRAINT "DataSource_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataRow" ADD CONSTRAINT "DataRow_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataRow" ADD CONSTRAINT "DataRow_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkSource" ADD CONSTRAINT "LinkSource_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkSource" ADD CONSTRAINT "LinkSource_workspaceId_linkId_fkey" FOREIGN KEY ("workspaceId", "linkId") REFERENCES "Link"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkSource" ADD CONSTRAINT "LinkSource_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
