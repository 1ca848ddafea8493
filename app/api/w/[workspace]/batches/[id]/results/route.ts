import { listPictures } from "@/lib/batches/results/list-pictures";
import { rowCursor, rowPage } from "@/lib/batches/results/row-page";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "batch.read", params: itemParams, query: rowPage },
  async (scope, { params, query: { cursor = 1, limit } }) => {
    const { results, nextRow } = await listPictures(scope, params.id, { from: cursor, limit });
    return { results, nextCursor: rowCursor(nextRow) };
  },
);
