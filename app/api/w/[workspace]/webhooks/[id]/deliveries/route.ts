import { z } from "zod";
import { cursorText } from "@/lib/server/cursor";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { listDeliveries } from "@/lib/webhooks/manage-deliveries";

const query = z.strictObject({
  cursor: cursorText.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const GET = route({ action: "webhook.read", params: itemParams, query }, (scope, input) =>
  listDeliveries(scope, input.params.id, input.query),
);
