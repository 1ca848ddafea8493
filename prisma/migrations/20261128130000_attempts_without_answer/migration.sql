-- AlterTable
ALTER TABLE "WebhookAttempt" ALTER COLUMN "ms" DROP NOT NULL;
