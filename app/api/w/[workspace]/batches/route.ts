import { z } from "zod";
import { listBatches } from "@/lib/batches/load-batches";
import { cursorText } from "@/lib/server/cursor";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

/** Batches on one page of the list. */
const PAGE = 50;

const batchesQuery = z.strictObject({
  template: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,60}$/)
    .optional(),
  cursor: cursorText.optional(),
});

export const GET = route(
  { action: "batch.read", params: workspaceParams, query: batchesQuery },
  (scope, { query }) => listBatches(scope, { ...query, limit: PAGE }),
);
