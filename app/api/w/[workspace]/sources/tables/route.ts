import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createTable } from "@/lib/sources/tables/create-table";
import { createTableQuery } from "@/lib/sources/tables/table-input";
import { uploadedList } from "@/lib/sources/tables/uploaded-list";

/** The body is the file. */
export const POST = route(
  { action: "source.edit", params: workspaceParams, query: createTableQuery },
  async (scope, { query, request }) => {
    const isGivenUp = () => request.signal.aborted;
    const made = await createTable(scope, query, await uploadedList(request), new Date(), { isGivenUp });
    return Response.json(made, { status: 201, headers: JSON_HEADERS });
  },
);
