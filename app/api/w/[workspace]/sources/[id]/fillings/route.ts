import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { refillTable } from "@/lib/sources/tables/refill-table";
import { refillQuery } from "@/lib/sources/tables/table-input";
import { uploadedList } from "@/lib/sources/tables/uploaded-list";

/** The body is the file. What it would change is answered; nothing is shown yet. */
export const POST = route(
  { action: "source.edit", params: itemParams, query: refillQuery },
  async (scope, { params, query, request }) => {
    const isGivenUp = () => request.signal.aborted;
    const list = await uploadedList(request);
    const refill = await refillTable(scope, params.id, query, list, new Date(), { isGivenUp });
    return Response.json(refill, { status: 201, headers: JSON_HEADERS });
  },
);
