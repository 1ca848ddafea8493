import { workspaceParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { testHttpInput } from "@/lib/sources/http/http-input";
import { testHttp } from "@/lib/sources/http/test-http";

export const POST = route(
  { action: "source.edit", params: workspaceParams, body: testHttpInput },
  (scope, { body }) => testHttp(scope, body),
);
