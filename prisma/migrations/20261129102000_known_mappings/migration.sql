-- CreateTable
CREATE TABLE "KnownMapping" (
    "workspaceId" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "cleanUps" JSONB NOT NULL,
    "usedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "KnownMapping_pkey" PRIMARY KEY ("templateId","columns")
);

-- CreateIndex
CREATE INDEX "KnownMapping_workspaceId_idx" ON "KnownMapping"("workspaceId");

-- AddForeignKey
ALTER TABLE "KnownMapping" ADD CONSTRAINT "KnownMapping_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownMapping" ADD CONSTRAINT "KnownMapping_workspaceId_templateId_fkey" FOREIGN KEY ("workspaceId", "templateId") REFERENCES "Template"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
