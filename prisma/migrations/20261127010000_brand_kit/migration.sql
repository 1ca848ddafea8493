-- AlterTable
ALTER TABLE "Template" ADD COLUMN     "brandLocked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "TemplateVersion" ADD COLUMN     "kitRevision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "BrandKit" (
    "workspaceId" TEXT NOT NULL,
    "kit" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BrandKit_pkey" PRIMARY KEY ("workspaceId")
);

-- AddForeignKey
ALTER TABLE "BrandKit" ADD CONSTRAINT "BrandKit_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
