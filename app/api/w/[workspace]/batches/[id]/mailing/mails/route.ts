import { z } from "zod";
import { listMails } from "@/lib/batches/mailing/list-mails";
import { MAIL_STATES } from "@/lib/batches/mailing/mailing-item";
import { rowCursor, rowPage } from "@/lib/batches/results/row-page";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

const query = rowPage.extend({ state: z.enum(MAIL_STATES).optional() });

export const GET = route(
  { action: "batch.read", params: itemParams, query },
  async (scope, { params, query: { cursor, limit, state } }) => {
    const { mails, nextRow } = await listMails(scope, params.id, { from: cursor, limit, state });
    return { mails, nextCursor: rowCursor(nextRow) };
  },
);
