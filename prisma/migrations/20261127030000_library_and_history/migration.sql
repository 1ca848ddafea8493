-- AlterTable
ALTER TABLE "Asset" ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "TemplateVersion" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';

-- Where a picture is used is asked of the documents themselves: the index holds the ids of the pictures that stand in
-- each, so it cannot fall behind them, and no way of saving has to think of it.
CREATE INDEX "Template_pictures_idx" ON "Template" USING GIN (jsonb_path_query_array("draft", 'strict $.** ? (@ like_regex "^ast_[A-Za-z0-9]{8,40}$")') jsonb_ops);

CREATE INDEX "TemplateVersion_pictures_idx" ON "TemplateVersion" USING GIN (jsonb_path_query_array("document", 'strict $.** ? (@ like_regex "^ast_[A-Za-z0-9]{8,40}$")') jsonb_ops);
