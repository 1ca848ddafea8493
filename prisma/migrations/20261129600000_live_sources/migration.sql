-- CreateTable
CREATE TABLE "SourceAnswer" (
    "workspaceId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SourceAnswer_pkey" PRIMARY KEY ("sourceId","key")
);

-- CreateTable
CREATE TABLE "SourceHealth" (
    "workspaceId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "lastGoodAt" TIMESTAMP(3),
    "lastFailedAt" TIMESTAMP(3),
    "lastFault" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "openUntil" TIMESTAMP(3),

    CONSTRAINT "SourceHealth_pkey" PRIMARY KEY ("sourceId")
);

-- CreateIndex
CREATE INDEX "SourceAnswer_sourceId_at_idx" ON "SourceAnswer"("sourceId", "at");

-- CreateIndex
CREATE INDEX "SourceAnswer_until_idx" ON "SourceAnswer"("until");

-- CreateIndex
CREATE INDEX "SourceAnswer_workspaceId_idx" ON "SourceAnswer"("workspaceId");

-- CreateIndex
CREATE INDEX "SourceHealth_workspaceId_idx" ON "SourceHealth"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceHealth_workspaceId_sourceId_key" ON "SourceHealth"("workspaceId", "sourceId");

-- AddForeignKey
ALTER TABLE "SourceAnswer" ADD CONSTRAINT "SourceAnswer_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAnswer" ADD CONSTRAINT "SourceAnswer_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceHealth" ADD CONSTRAINT "SourceHealth_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceHealth" ADD CONSTRAINT "SourceHealth_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "DataSource"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
