import { changeFont, changeFontInput, deleteFont } from "@/lib/server/fonts";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const PATCH = route(
  { action: "font.edit", params: itemParams, body: changeFontInput },
  (scope, { params, body }) => changeFont(scope, params.id, body),
);

export const DELETE = route({ action: "font.delete", params: itemParams }, (scope, { params }) =>
  deleteFont(scope, params.id),
);
