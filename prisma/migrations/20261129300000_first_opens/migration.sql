-- CreateTable
CREATE TABLE "FirstOpen" (
    "workspaceId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FirstOpen_pkey" PRIMARY KEY ("linkId","recipient")
);

-- CreateIndex
CREATE INDEX "FirstOpen_expiresAt_idx" ON "FirstOpen"("expiresAt");

-- CreateIndex
CREATE INDEX "FirstOpen_workspaceId_idx" ON "FirstOpen"("workspaceId");

-- AddForeignKey
ALTER TABLE "FirstOpen" ADD CONSTRAINT "FirstOpen_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FirstOpen" ADD CONSTRAINT "FirstOpen_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "Link"("id") ON DELETE CASCADE ON UPDATE CASCADE;
