-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "issuedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateSequence" (
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "CertificateSequence_pkey" PRIMARY KEY ("workspaceId","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_codeHash_key" ON "Certificate"("codeHash");

-- CreateIndex
CREATE INDEX "Certificate_issuedAt_createdAt_idx" ON "Certificate"("issuedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_workspaceId_number_key" ON "Certificate"("workspaceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_workspaceId_batchId_row_key" ON "Certificate"("workspaceId", "batchId", "row");

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateSequence" ADD CONSTRAINT "CertificateSequence_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
