import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createHttpInput } from "@/lib/sources/http/http-input";
import { createHttp } from "@/lib/sources/http/manage-http";

export const POST = route(
  { action: "source.edit", params: workspaceParams, body: createHttpInput },
  async (scope, { body }) =>
    Response.json(await createHttp(scope, body), { status: 201, headers: JSON_HEADERS }),
);
