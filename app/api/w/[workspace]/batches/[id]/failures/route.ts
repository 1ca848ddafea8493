import { listResults } from "@/lib/batches/results/list-results";
import { rowCursor, rowPage } from "@/lib/batches/results/row-page";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { action: "batch.read", params: itemParams, query: rowPage },
  async (scope, { params, query: { cursor, limit } }) => {
    const asked = { from: cursor, limit, only: "failed" } as const;
    const { results, nextRow } = await listResults(scope, params.id, asked);
    const failures = results.flatMap(({ row, problem }) =>
      problem ? [{ row, code: problem.code, message: problem.detail }] : [],
    );
    return { failures, nextCursor: rowCursor(nextRow) };
  },
);
