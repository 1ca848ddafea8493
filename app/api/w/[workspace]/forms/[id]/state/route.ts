import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { formStateInput } from "@/lib/sources/forms/form-input";
import { setFormState } from "@/lib/sources/forms/manage-forms";

export const PUT = route(
  { action: "source.edit", params: itemParams, body: formStateInput },
  (scope, { params, body }) => setFormState(scope, params.id, body),
);
