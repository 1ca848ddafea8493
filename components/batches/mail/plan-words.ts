import type { Letter } from "@/lib/batches/mailing/letter";
import type { MailingPlan } from "@/lib/batches/mailing/mailing-item";
import { bytesText } from "../../library/bytes-text";
import { count, many } from "../batch-words";
import { MAILS_OFF } from "./mailing-words";

/** Who gets a mail, who does not, what it weighs and how long it takes. */
export function planWords(plan: MailingPlan, deliver: Letter["deliver"]): string {
  const { mails, skipped, bytes, perMinute } = plan;
  const minutes = Math.ceil(mails / perMinute);
  const weight = deliver === "file" && mails > 0 ? `, ${bytesText(bytes)} in all` : "";
  const none =
    skipped > 0
      ? ` ${many(skipped, "row")} without a good address ${skipped === 1 ? "is" : "are"} skipped.`
      : "";
  const pace = mails > 0 ? ` ${count(perMinute)} a minute: about ${count(minutes)} min.` : "";
  return `${many(mails, "row")} ${mails === 1 ? "gets" : "get"} a mail${weight}.${none}${pace}${dayWords(plan)}`;
}

/** Why it cannot be sent, or not all of it today; null: it can. */
export function planProblem(
  { mails, tooHeavy, leftToday, perDay }: MailingPlan,
  deliver: Letter["deliver"],
): string | null {
  if (perDay === 0) return MAILS_OFF;
  if (mails === 0) return "No row has a good e-mail address in this column. Choose another one.";
  if (deliver === "file" && tooHeavy > 0) {
    return `${many(tooHeavy, "file")} ${tooHeavy === 1 ? "weighs" : "weigh"} more than 10 MB, which many mail servers do not take. Send where they are instead.`;
  }
  if (leftToday === 0) return "This workspace has sent all the mails it may today. Go on tomorrow.";
  return null;
}

/** That the day ends before the mails do; empty where it does not. */
function dayWords({ mails, leftToday }: MailingPlan): string {
  if (leftToday === 0 || mails <= leftToday) return "";
  return ` Today ${count(leftToday)} more may leave; the rest waits until you send it on another day.`;
}
