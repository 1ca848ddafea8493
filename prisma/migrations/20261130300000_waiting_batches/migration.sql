-- AlterTable
ALTER TABLE "Batch" ADD COLUMN "waitsFor" TEXT;
