-- DropIndex
DROP INDEX "QuotaNotice_mailedAt_idx";

-- AlterTable
ALTER TABLE "QuotaNotice" DROP CONSTRAINT "QuotaNotice_pkey",
DROP COLUMN "mailedAt",
ADD CONSTRAINT "QuotaNotice_pkey" PRIMARY KEY ("workspaceId", "metric", "month", "threshold", "plan");
