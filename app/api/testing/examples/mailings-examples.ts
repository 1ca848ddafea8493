import { newId } from "@/lib/accounts/ids";
import { letter } from "@/lib/batches/mailing/letter";
import { sealLetter } from "@/lib/batches/mailing/mailing-row";
import { db } from "@/lib/server/db";
import { mailLeaves } from "@/lib/server/mail/mail-available";
import type { Person } from "@/lib/server/testing/people";
import type { RouteExamples } from "../example";
import { newDoneBatch } from "./new-done-batch";

const M = "w/[workspace]/batches/[id]/mailing";

const LETTER = { column: 1, subject: "Your picture", message: "Here it is." };

/** What mails people outside is refused where no mail server is set. */
const status = () => (mailLeaves() ? 200 : 503);

/** A batch that is done, of somebody who has shown that mail reaches them. */
async function newMailable(owner: Person): Promise<string> {
  await db().user.updateMany({ where: { id: owner.scope.userId }, data: { emailVerifiedAt: new Date() } });
  return newDoneBatch(owner);
}

/** Such a batch, of whose results one is on its way. */
async function newMailing(owner: Person, state: "sending" | "stopped"): Promise<string> {
  const { workspaceId, userId } = owner.scope;
  const batchId = await newMailable(owner);
  const id = newId("mlg");
  const sealed = sealLetter(id, letter.parse(LETTER));
  await db().mailing.create({
    data: { id, workspaceId, batchId, state, letter: sealed, createdById: userId },
  });
  await db().mailingRow.create({ data: { workspaceId, mailingId: id, row: 1, state: "waiting" } });
  return batchId;
}

/** Of batches whose results are mailed. */
export const MAILINGS_EXAMPLES: RouteExamples = {
  [`GET ${M}`]: async (owner) => ({ id: await newMailing(owner, "stopped") }),
  [`GET ${M}/mails`]: async (owner) => ({ id: await newMailing(owner, "stopped") }),
  [`POST ${M}/stop`]: async (owner) => ({ id: await newMailing(owner, "sending") }),
  [`GET ${M}/plan`]: async (owner) => ({
    id: await newMailable(owner),
    query: "?column=1",
    status: status(),
  }),
  [`POST ${M}`]: async (owner) => ({
    id: await newMailable(owner),
    body: { ...LETTER, seen: null },
    status: status(),
  }),
  [`POST ${M}/test`]: async (owner) => ({ id: await newMailable(owner), body: LETTER, status: status() }),
  [`POST ${M}/rest`]: async (owner) => ({
    id: await newMailing(owner, "stopped"),
    body: { again: [] },
    status: status(),
  }),
};
