import { z } from "zod";
import { resultsOf } from "@/lib/batches/results/each-result";
import { oneResult } from "@/lib/batches/results/one-result";
import { CONTENT_TYPES } from "@/lib/render/engine/output";
import { attachmentHeaders } from "@/lib/server/http/attachment";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

/** A row of the list, by its number. */
const rowNumber = z
  .string()
  .regex(/^[1-9]\d{0,7}$/)
  .transform(Number);

export const GET = route(
  { action: "batch.read", params: itemParams.extend({ number: rowNumber }) },
  async (scope, { params }) => {
    const results = await resultsOf(scope, params.id, new Date());
    const { bytes, fileName } = await oneResult(results, params.number);
    const { format } = results.item.output;
    const headers = attachmentHeaders(CONTENT_TYPES[format], fileName, `${params.number}.${format}`);
    return new Response(new Uint8Array(bytes), { headers });
  },
);
