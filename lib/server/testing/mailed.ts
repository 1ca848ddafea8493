import { db } from "../db";
import { backgroundDone } from "../in-background";

/** The mails kept for an address so far, the oldest first, whatever is still on its way included. */
export async function mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
  await backgroundDone();
  return db().outboxMail.findMany({
    where: { to: email },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { subject: true, text: true },
  });
}

/** The token in the link of the newest mail to an address. */
export async function mailedToken(email: string): Promise<string> {
  const token = /#([\w-]{43})$/m.exec((await mailsTo(email)).at(-1)?.text ?? "")?.[1];
  if (!token) throw new Error("There is no mail with a link in it.");
  return token;
}
