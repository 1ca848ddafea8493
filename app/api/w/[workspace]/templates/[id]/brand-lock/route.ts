import { brandLockInput, setBrandLock } from "@/lib/server/brand/brand-lock";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

export const PUT = route(
  { action: "template.lock", params: itemParams, body: brandLockInput },
  (scope, { params, body }) => setBrandLock(scope, params.id, body.brandLocked),
);
