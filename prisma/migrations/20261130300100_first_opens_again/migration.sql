-- AlterTable
ALTER TABLE "FirstOpen" ADD COLUMN "again" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "FirstOpen_linkId_at_idx" ON "FirstOpen"("linkId", "at");

-- CreateIndex
CREATE INDEX "FirstOpen_linkId_again_at_idx" ON "FirstOpen"("linkId", "again", "at");
