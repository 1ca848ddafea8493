-- AlterTable
ALTER TABLE "MailingRow" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "MailingRow_mailingId_state_at_idx" ON "MailingRow"("mailingId", "state", "at");
