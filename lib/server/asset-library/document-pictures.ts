import { Prisma } from "../generated/prisma/client";

/** Ids of pictures that stand in a document; word for word the expression of the index, or it is not used. */
const PICTURES = `'strict $.** ? (@ like_regex "^ast_[A-Za-z0-9]{8,40}$")'`;
export const DRAFT_PICTURES = Prisma.raw(`jsonb_path_query_array("draft", ${PICTURES})`);
export const VERSION_PICTURES = Prisma.raw(`jsonb_path_query_array("document", ${PICTURES})`);
