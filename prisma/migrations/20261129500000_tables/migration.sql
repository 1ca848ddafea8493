-- AlterTable
ALTER TABLE "DataRow" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "print" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "DataAlias" (
    "workspaceId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "filling" INTEGER NOT NULL,
    "aliasHash" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,

    CONSTRAINT "DataAlias_pkey" PRIMARY KEY ("sourceId","filling","aliasHash")
);

-- CreateTable
CREATE TABLE "DataFilling" (
    "workspaceId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "filling" INTEGER NOT NULL,
    "config" JSONB NOT NULL,
    "columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rows" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "DataFilling_pkey" PRIMARY KEY ("sourceId","filling")
);

-- CreateIndex
CREATE INDEX "DataFilling_workspaceId_idx" ON "DataFilling"("workspaceId");

-- CreateIndex
CREATE INDEX "DataFilling_endedAt_idx" ON "DataFilling"("endedAt");

-- CreateIndex
CREATE INDEX "DataRow_sourceId_filling_position_idx" ON "DataRow"("sourceId", "filling", "position");

-- AddForeignKey
ALTER TABLE "DataAlias" ADD CONSTRAINT "DataAlias_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataFilling" ADD CONSTRAINT "DataFilling_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataFilling" ADD CONSTRAINT "DataFilling_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
