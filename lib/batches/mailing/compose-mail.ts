import { CONTENT_TYPES } from "@/lib/render/engine/output";
import type { ResultMail } from "@/lib/server/mail/send-result";
import { storage } from "@/lib/server/storage";
import { batchPictureUrl } from "../batch-address";
import { batchFile } from "../batch-file";
import type { Result, ResultsOf } from "../results/each-result";
import type { WordsOf } from "../results/row-words";
import { filledLetter, type Letter } from "./letter";

/** The mail for a row that has its file, without who gets it. */
export async function composeMail(
  { item, key, workspaceId }: ResultsOf,
  { row, cells, fileName }: Pick<Result, "row" | "cells" | "fileName">,
  letter: Letter,
  wordsOf: WordsOf,
): Promise<Omit<ResultMail, "id" | "to">> {
  const { format } = item.output;
  const { subject, text } = filledLetter(letter, wordsOf({ row, cells }), batchPictureUrl(key, row, format));
  const { senderName, replyTo, deliver } = letter;
  const file =
    deliver === "file"
      ? {
          name: fileName ?? `${row}.${format}`,
          contentType: CONTENT_TYPES[format],
          bytes: await storage().get(batchFile({ id: item.id, workspaceId }, row, format)),
        }
      : null;
  return { senderName, replyTo, subject, text, file };
}
