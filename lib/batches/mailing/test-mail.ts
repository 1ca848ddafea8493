import { newId } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { transaction } from "@/lib/server/db";
import { sendResult } from "@/lib/server/mail/send-result";
import { isMade } from "../outcomes";
import { eachResult } from "../results/each-result";
import { rowWords } from "../results/row-words";
import { addressOf } from "./address-of";
import { composeMail } from "./compose-mail";
import type { Letter } from "./letter";
import { checkedLetter, confirmedAddress, fieldsOf, HEAVIEST_FILE, mailableBatch } from "./mailable";
import { dayIsUsed, takeMail } from "./mails-a-day";

/** Sends whoever asks the mail that the first row with an address would get. Gives which row, and where it went. */
export async function sendTestMail(
  scope: Scope,
  batchId: string,
  given: Letter,
  now = new Date(),
): Promise<{ row: number; to: string }> {
  const results = await mailableBatch(scope, batchId, now);
  const to = await confirmedAddress(scope);
  const fields = await fieldsOf(results);
  const letter = checkedLetter(given, results, fields);
  for await (const result of eachResult(results)) {
    const { row, cells, outcome } = result;
    if (!isMade(outcome) || addressOf(cells, letter.column, results.item) === null) continue;
    if (letter.deliver === "file" && outcome.b > HEAVIEST_FILE) {
      throw new AppError("conflict", "The file weighs more than 10 MB. Send where it is instead.", {
        path: "/deliver",
      });
    }
    const mail = await composeMail(results, result, letter, rowWords(results.item, fields));
    if (!(await transaction((tx) => takeMail(tx, scope, now)))) throw dayIsUsed();
    const sent = await sendResult({ ...mail, id: newId("msg"), to });
    if (sent.kind === "sent") return { row, to };
    const said =
      sent.kind === "unknown" || sent.answer === "" ? "It did not answer." : `It said: ${sent.answer}`;
    throw new AppError("unavailable", `The mail server did not take the mail. ${said}`);
  }
  throw new AppError("conflict", "No row has a good e-mail address in this column. Choose another one.", {
    path: "/column",
  });
}
