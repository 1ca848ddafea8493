import { newId } from "@/lib/accounts/ids";
import { letter } from "@/lib/batches/mailing/letter";
import { sealLetter } from "@/lib/batches/mailing/mailing-row";
import { db } from "@/lib/server/db";
import type { Person } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { newDoneBatch } from "./new-done-batch";

const M = "w/[workspace]/batches/[id]/mailing";

const LETTER = { column: 0, subject: "Your picture", message: "Here it is." };

/** What mails people outside is refused where no mail server is set, as none is for these requests. */
const NO_SERVER = 503;

/** A batch that is done, and of whose results one is on its way. */
async function newMailing(owner: Person): Promise<string> {
  const { workspaceId, userId } = owner.scope;
  const batchId = await newDoneBatch(owner);
  const id = newId("mlg");
  const sealed = sealLetter(id, letter.parse(LETTER));
  await db().mailing.create({ data: { id, workspaceId, batchId, letter: sealed, createdById: userId } });
  await db().mailingRow.create({ data: { workspaceId, mailingId: id, row: 1, state: "waiting" } });
  return batchId;
}

/** Of batches whose results are mailed. */
export const MAILINGS_EXAMPLES: RouteExamples = {
  [`GET ${M}`]: async (owner) => ({ id: await newMailing(owner) }),
  [`GET ${M}/mails`]: async (owner) => ({ id: await newMailing(owner) }),
  [`POST ${M}/stop`]: async (owner) => ({ id: await newMailing(owner) }),
  [`GET ${M}/plan`]: async (owner) => ({
    id: await newDoneBatch(owner),
    query: "column=0",
    status: NO_SERVER,
  }),
  [`POST ${M}`]: async (owner) => ({ id: await newDoneBatch(owner), body: LETTER, status: NO_SERVER }),
  [`POST ${M}/test`]: async (owner) => ({ id: await newDoneBatch(owner), body: LETTER, status: NO_SERVER }),
  [`POST ${M}/rest`]: async (owner) => ({
    id: await newMailing(owner),
    body: { again: [] },
    status: NO_SERVER,
  }),
};
