import { z } from "zod";
import { planMailing } from "@/lib/batches/mailing/plan-mailing";
import { MOST_COLUMNS } from "@/lib/rows/mapping";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

const column = z.coerce
  .number()
  .int()
  .min(0)
  .max(MOST_COLUMNS - 1);

export const GET = route(
  { action: "batch.mail", params: itemParams, query: z.strictObject({ column }) },
  (scope, { params, query }) => planMailing(scope, params.id, query),
);
