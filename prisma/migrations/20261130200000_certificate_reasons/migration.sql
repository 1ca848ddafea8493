-- AlterTable
ALTER TABLE "Certificate" ADD COLUMN     "revokedReason" TEXT;

-- CreateIndex
CREATE INDEX "Certificate_workspaceId_issuedAt_id_idx" ON "Certificate"("workspaceId", "issuedAt", "id");
