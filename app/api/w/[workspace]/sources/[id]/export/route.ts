import { z } from "zod";
import { csvResponse } from "@/lib/server/http/csv-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { exportTable } from "@/lib/sources/tables/read-rows-of";

const exportQuery = z.strictObject({ raw: z.literal("1").optional() });

export const GET = route(
  { action: "source.read", params: itemParams, query: exportQuery },
  async (scope, { params, query }) =>
    csvResponse(await exportTable(scope, params.id, { raw: query.raw === "1" }), "nameplate-table.csv"),
);
