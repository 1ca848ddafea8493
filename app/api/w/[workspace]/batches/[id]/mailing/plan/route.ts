import { z } from "zod";
import { refuseWhileWaiting } from "@/lib/accounts/too-many";
import type { MailingPlan } from "@/lib/batches/mailing/mailing-item";
import { planMailing } from "@/lib/batches/mailing/plan-mailing";
import { MOST_COLUMNS } from "@/lib/rows/mapping";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";
import { createPersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import { createSharedWork } from "@/lib/server/shared-work";

/** Plans that one person may ask for: each reads a whole list. */
const LIMIT = { most: 30, windowMs: 60_000 };

const limiter = () => processWide("mailing-plan-limiter", () => createPersonLimiter(LIMIT));
const plans = () => processWide("mailing-plans", () => createSharedWork<MailingPlan>());

const column = z.coerce
  .number()
  .int()
  .min(0)
  .max(MOST_COLUMNS - 1);

export const GET = route(
  { action: "batch.mail", params: itemParams, query: z.strictObject({ column }) },
  (scope, { params, query, request }) => {
    refuseWhileWaiting(
      limiter().attempt(scope.userId),
      (time) => `You chose columns very often in a short time. Try again in ${time}.`,
    );
    return plans()(
      {
        place: `${scope.workspaceId} ${params.id}`,
        question: `${query.column}`,
        asked: request.signal,
      },
      (signal) => planMailing(scope, params.id, { ...query, signal }),
    );
  },
);
