-- CreateEnum
CREATE TYPE "MailingState" AS ENUM ('sending', 'stopped', 'done');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sending', 'sent', 'refused', 'unknown', 'skipped');

-- CreateTable
CREATE TABLE "Mailing" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "state" "MailingState" NOT NULL DEFAULT 'sending',
    "stopReason" TEXT,
    "letter" BYTEA NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Mailing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailingRow" (
    "workspaceId" TEXT NOT NULL,
    "mailingId" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "state" "MailState" NOT NULL,
    "at" TIMESTAMP(3),
    "answer" BYTEA,

    CONSTRAINT "MailingRow_pkey" PRIMARY KEY ("mailingId","row")
);

-- CreateTable
CREATE TABLE "MailDay" (
    "workspaceId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "mails" INTEGER NOT NULL,

    CONSTRAINT "MailDay_pkey" PRIMARY KEY ("workspaceId","day")
);

-- CreateTable
CREATE TABLE "MailPace" (
    "id" INTEGER NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MailPace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mailing_workspaceId_batchId_createdAt_idx" ON "Mailing"("workspaceId", "batchId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mailing_workspaceId_id_key" ON "Mailing"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "MailingRow_mailingId_state_row_idx" ON "MailingRow"("mailingId", "state", "row");

-- CreateIndex
CREATE INDEX "MailingRow_workspaceId_idx" ON "MailingRow"("workspaceId");

-- AddForeignKey
ALTER TABLE "Mailing" ADD CONSTRAINT "Mailing_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mailing" ADD CONSTRAINT "Mailing_workspaceId_batchId_fkey" FOREIGN KEY ("workspaceId", "batchId") REFERENCES "Batch"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailingRow" ADD CONSTRAINT "MailingRow_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailingRow" ADD CONSTRAINT "MailingRow_workspaceId_mailingId_fkey" FOREIGN KEY ("workspaceId", "mailingId") REFERENCES "Mailing"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailDay" ADD CONSTRAINT "MailDay_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
