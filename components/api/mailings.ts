import { z } from "zod";
import type { Letter } from "@/lib/batches/mailing/letter";
import {
  type MailingItem,
  type MailingPlan,
  type MailState,
  mailingItem,
  mailingPlan,
  mailRow,
} from "@/lib/batches/mailing/mailing-item";
import { batchPath } from "./batches";
import { callApi } from "./call-api";

const answer = z.object({ mailing: mailingItem });
const perhaps = z.object({ mailing: mailingItem.nullable() });
const tested = z.object({ row: z.number(), to: z.string() });
const mailPage = z.object({ mails: z.array(mailRow), nextCursor: z.string().nullable() });
export type MailPage = z.infer<typeof mailPage>;

const rootOf = (workspace: string, id: string) => `${batchPath(workspace, id)}/mailing`;

/** The latest mailing of a batch's results; null: there was none. */
export async function loadMailing(workspace: string, id: string): Promise<MailingItem | null> {
  return (await callApi({ method: "GET", path: rootOf(workspace, id), answer: perhaps })).mailing;
}

export function planMailing(
  workspace: string,
  id: string,
  { column, signal }: { column: number; signal: AbortSignal },
): Promise<MailingPlan> {
  const path = `${rootOf(workspace, id)}/plan?column=${column}`;
  return callApi({ method: "GET", path, answer: mailingPlan, signal });
}

/** Sends a letter to everybody, unless there is a later mailing than the one that was `seen`. */
export async function startMailing(
  workspace: string,
  id: string,
  body: Letter & { seen: string | null },
): Promise<MailingItem> {
  return (await callApi({ method: "POST", path: rootOf(workspace, id), body, answer })).mailing;
}

export function sendTestMail(workspace: string, id: string, body: Letter) {
  return callApi({ method: "POST", path: `${rootOf(workspace, id)}/test`, body, answer: tested });
}

export async function stopMailing(workspace: string, id: string): Promise<MailingItem> {
  return (await callApi({ method: "POST", path: `${rootOf(workspace, id)}/stop`, answer })).mailing;
}

/** Goes on, and sends those once more that a person asks for. */
export async function sendRest(
  workspace: string,
  id: string,
  again: readonly ("unknown" | "refused")[] = [],
): Promise<MailingItem> {
  return (await callApi({ method: "POST", path: `${rootOf(workspace, id)}/rest`, body: { again }, answer }))
    .mailing;
}

export function loadMails(
  workspace: string,
  id: string,
  { cursor, limit, state }: { cursor: string | null; limit: number; state: MailState | null },
): Promise<MailPage> {
  const query = new URLSearchParams({
    limit: `${limit}`,
    ...(cursor === null ? {} : { cursor }),
    ...(state === null ? {} : { state }),
  });
  return callApi({ method: "GET", path: `${rootOf(workspace, id)}/mails?${query}`, answer: mailPage });
}
