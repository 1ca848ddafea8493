-- DropIndex
DROP INDEX "BatchPart_workspaceId_idx";

-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "leftOut" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "servedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "BatchPart" ADD COLUMN     "claim" INTEGER,
ADD COLUMN     "failed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "BatchPart_workspaceId_claim_idx" ON "BatchPart"("workspaceId", "claim");
