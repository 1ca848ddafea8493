-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN "plan" TEXT;

-- CreateTable
CREATE TABLE "UsageDay" (
    "workspaceId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "served" BIGINT NOT NULL DEFAULT 0,
    "rendered" BIGINT NOT NULL DEFAULT 0,
    "batches" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "UsageDay_pkey" PRIMARY KEY ("workspaceId", "day", "projectId")
);

-- CreateTable
CREATE TABLE "UsageMonth" (
    "workspaceId" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "served" BIGINT NOT NULL DEFAULT 0,
    "rendered" BIGINT NOT NULL DEFAULT 0,
    "batches" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "UsageMonth_pkey" PRIMARY KEY ("workspaceId", "month")
);

-- CreateTable
CREATE TABLE "UsageFlush" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UsageFlush_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuotaNotice" (
    "workspaceId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "threshold" INTEGER NOT NULL,
    "plan" TEXT NOT NULL,
    "used" BIGINT NOT NULL,
    "limit" BIGINT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "mailedAt" TIMESTAMP(3),

    CONSTRAINT "QuotaNotice_pkey" PRIMARY KEY ("workspaceId", "metric", "month", "threshold")
);

-- CreateIndex
CREATE INDEX "UsageFlush_at_idx" ON "UsageFlush"("at");

-- CreateIndex
CREATE INDEX "QuotaNotice_mailedAt_idx" ON "QuotaNotice"("mailedAt");

-- AddForeignKey
ALTER TABLE "UsageDay" ADD CONSTRAINT "UsageDay_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UsageMonth" ADD CONSTRAINT "UsageMonth_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuotaNotice" ADD CONSTRAINT "QuotaNotice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
