import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { env } from "../env";
import { log } from "../log";
import { oneLine } from "./one-line";
import { smtpAddress } from "./smtp-address";

/** A mail that carries a result to somebody, in the name of a workspace. */
export type ResultMail = {
  /** Names it for ever: sent twice, mail programs take it for the same. */
  id: string;
  to: string;
  /** What is shown as its sender, beside the installation's own address. Empty: what the installation says. */
  senderName: string;
  /** Where answers go; null: to the installation's own address. */
  replyTo: string | null;
  subject: string;
  text: string;
  file: { name: string; contentType: string; bytes: Uint8Array } | null;
};

/**
 * What came of it. `later`: it was not sent for sure, and may be in some minutes. `away`: nor was it, and the next one would
 * not be either. `unknown`: it may have been sent, for the server had the mail and said nothing more.
 */
export type SendOutcome =
  | { kind: "sent"; answer: string }
  | { kind: "refused"; answer: string }
  | { kind: "later"; answer: string }
  | { kind: "away"; answer: string }
  | { kind: "unknown" };

/** Longer answers are cut. */
const LONGEST_ANSWER = 300;

/**
 * Hands a mail to the SMTP server, once, and says what came of it. Nothing of it is logged. Whatever its parts say, it has
 * one recipient and no header but those that are meant.
 */
export async function sendResult(mail: ResultMail): Promise<SendOutcome> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return { kind: "away", answer: "" };
  const sender = senderOf(MAIL_FROM);
  const message = await written(mail, sender).catch(() => null);
  if (message === null) {
    // What went wrong may name the people of the mail.
    log().error({ mail: mail.id }, "a mail could not be written");
    return { kind: "later", answer: "The mail could not be written." };
  }
  let asked = false;
  // Taken when the server is there and knows who we are: until then nothing can have been sent.
  const raw = new Readable({
    read() {
      asked = true;
      this.push(message);
      this.push(null);
    },
  });
  const transport = createTransport(smtpAddress(SMTP_URL));
  try {
    const { response } = await transport.sendMail({ envelope: { from: sender.address, to: [mail.to] }, raw });
    return { kind: "sent", answer: answerOf(response) };
  } catch (error) {
    return failureOf(error, asked);
  } finally {
    transport.close();
  }
}

function failureOf(error: unknown, asked: boolean): SendOutcome {
  const { responseCode, response, command } = said(error);
  const answer = answerOf(response ?? "");
  if (!asked) return { kind: "away", answer };
  if (responseCode === null) return { kind: "unknown" };
  // Our own sender is refused, or the server is about to go: no other mail would fare better.
  if (responseCode === 421 || command === "MAIL FROM") return { kind: "away", answer };
  if (responseCode >= 500) return { kind: "refused", answer };
  // Not now. About its recipient, such as of servers that let nobody in at once; else about whatever it is given.
  return { kind: command === "RCPT TO" ? "later" : "away", answer };
}

function said(error: unknown) {
  const facts: Record<string, unknown> = error instanceof Error ? { ...error } : {};
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    responseCode: typeof facts.responseCode === "number" ? facts.responseCode : null,
    response: text(facts.response),
    command: text(facts.command),
  };
}

function answerOf(response: string): string {
  return oneLine(response, LONGEST_ANSWER);
}

/** The bytes of a mail. Names, addresses and the subject are one line each before the library encodes them. */
async function written(
  { id, to, senderName, replyTo, subject, text, file }: ResultMail,
  sender: Sender,
): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const host = sender.address.slice(sender.address.lastIndexOf("@") + 1);
  const { message } = await composer.sendMail({
    from: { name: oneLine(senderName, 80) || sender.name, address: sender.address },
    // As an object it is one address, whatever stands in it.
    to: { name: "", address: to },
    ...(replyTo === null ? {} : { replyTo: { name: "", address: replyTo } }),
    subject: oneLine(subject),
    text,
    messageId: `<${id}@${host}>`,
    attachments: file
      ? [{ filename: oneLine(file.name), contentType: file.contentType, content: Buffer.from(file.bytes) }]
      : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (!Buffer.isBuffer(message)) throw new Error("Expected the composed mail as bytes.");
  return message;
}

type Sender = { name: string; address: string };

/** MAIL_FROM in its two parts; the settings were checked at the start. */
function senderOf(from: string): Sender {
  const named = /^(.*)<([^<>]+)>$/.exec(from);
  return named
    ? { name: (named[1] ?? "").replaceAll('"', "").trim(), address: named[2] ?? "" }
    : { name: "", address: from };
}
