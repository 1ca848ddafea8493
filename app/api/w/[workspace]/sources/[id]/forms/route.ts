import { JSON_HEADERS } from "@/lib/server/http/error-response";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { formInput } from "@/lib/sources/forms/form-input";
import { createForm, listForms } from "@/lib/sources/forms/manage-forms";

export const GET = route({ action: "source.read", params: itemParams }, async (scope, { params }) => ({
  forms: await listForms(scope, params.id),
}));

export const POST = route(
  { action: "source.edit", params: itemParams, body: formInput },
  async (scope, { params, body }) =>
    Response.json(await createForm(scope, params.id, body), { status: 201, headers: JSON_HEADERS }),
);
