import { emailAddress } from "@/lib/accounts/email";
import type { Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { db } from "@/lib/server/db";
import { requireMailServer } from "@/lib/server/mail/mail-available";
import type { Field } from "@/lib/template/field";
import { openDocument } from "@/lib/template/open-document";
import { type ResultsOf, resultsOf } from "../results/each-result";
import { type Letter, unknownTag } from "./letter";

/** A file that weighs more is not attached: many mail servers take no heavier mail. */
export const HEAVIEST_FILE = 10 * 1024 * 1024;

/** A batch whose results can be mailed: one that has ended. @throws AppError `unavailable`, `not_found`, `conflict` */
export async function mailableBatch(scope: Scope, id: string, now: Date): Promise<ResultsOf> {
  const results = await resultsOf(scope, id, now);
  requireMailServer();
  const { state, made } = results.item;
  if (state !== "done" && state !== "cancelled") {
    throw new AppError("conflict", "This batch is still being made. Mail its results when it has ended.");
  }
  if (made === 0) throw new AppError("conflict", "This batch has no file that could be mailed.");
  return results;
}

/** Fields whose keys may stand in braces: those of the version that the batch shows. */
export async function fieldsOf({ item, workspaceId }: ResultsOf): Promise<readonly Field[]> {
  const version = await db().templateVersion.findFirst({
    where: { id: item.versionId ?? "", workspaceId },
    select: { document: true },
  });
  return version ? openDocument(version.document).document.fields : [];
}

/** A letter that fits its batch, with a good address for answers. @throws AppError `invalid` with where and why */
export function checkedLetter(given: Letter, { item }: ResultsOf, fields: readonly Field[]): Letter {
  const { columns } = item;
  if (given.column >= columns.length) {
    throw new AppError("invalid", `The list has ${columns.length} columns. Choose one of them.`, {
      path: "/column",
    });
  }
  for (const part of ["subject", "message"] as const) {
    const unknown = unknownTag(given[part], item, fields);
    if (unknown === null) continue;
    throw new AppError(
      "invalid",
      `“{{${unknown}}}” in the ${part} is neither a column nor a field. Use a name of the list.`,
      { path: `/${part}` },
    );
  }
  return { ...given, replyTo: answersTo(given) };
}

function answersTo({ replyTo }: Letter): string | null {
  if (!replyTo?.trim()) return null;
  const parsed = emailAddress.safeParse(replyTo);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "Answers go to one e-mail address, such as ana@example.com.", {
    path: "/replyTo",
  });
}

/** Whoever mails others has shown that mail reaches themselves. @throws AppError `forbidden` */
export async function confirmedAddress({ userId }: Scope): Promise<string> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { email: true, emailVerifiedAt: true },
  });
  if (user?.emailVerifiedAt) return user.email;
  throw new AppError(
    "forbidden",
    "Confirm your own e-mail address before you mail others: ask for the link in your account’s settings.",
  );
}
