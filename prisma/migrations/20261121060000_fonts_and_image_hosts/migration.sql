-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "allowedImageHosts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Font" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "familyKey" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "italic" BOOLEAN NOT NULL,
    "glyphs" INTEGER NOT NULL,
    "characters" INTEGER NOT NULL,
    "scripts" TEXT[],
    "copyright" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "licenceNote" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Font_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Font_workspaceId_familyKey_idx" ON "Font"("workspaceId", "familyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Font_workspaceId_sha256_key" ON "Font"("workspaceId", "sha256");

-- AddForeignKey
ALTER TABLE "Font" ADD CONSTRAINT "Font_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
