import { resultsOf } from "@/lib/batches/results/each-result";
import { resultsCsv } from "@/lib/batches/results/results-csv";
import { csvResponse } from "@/lib/server/http/csv-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params }) =>
  csvResponse(resultsCsv(await resultsOf(scope, params.id, new Date())), "results.csv"),
);
