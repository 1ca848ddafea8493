import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { formInput } from "@/lib/sources/forms/form-input";
import { changeForm, deleteForm } from "@/lib/sources/forms/manage-forms";

export const PUT = route(
  { action: "source.edit", params: itemParams, body: formInput },
  (scope, { params, body }) => changeForm(scope, params.id, body),
);

export const DELETE = route({ action: "source.edit", params: itemParams }, (scope, { params }) =>
  deleteForm(scope, params.id),
);
