import { z } from "zod";
import { MOST_COLUMNS } from "@/lib/rows/mapping";
import type { Field } from "@/lib/template/field";
import { fillPattern, namesIn } from "../results/file-name";
import type { Wording, WordsOf } from "../results/row-words";

/** Stands for where a row's file is, under the name it has in the list of results. */
export const ADDRESS_TAG = "picture_url";

/** Longer texts, once their tags are filled, are cut. */
const LONGEST_TEXT = 20_000;

/** What the mails of a batch say and carry, and where they go. Tags such as `{{first_name}}` stand for the row's words. */
export const letter = z.strictObject({
  /** The column with the addresses, from 0. */
  column: z
    .number()
    .int()
    .min(0)
    .max(MOST_COLUMNS - 1),
  /** Shown as the sender; empty: the installation's own name. */
  senderName: z.string().max(80).default(""),
  /** Where answers go; null: to the installation's own address. */
  replyTo: z.string().max(300).nullable().default(null),
  subject: z.string().trim().min(1, "Write a subject.").max(200),
  message: z.string().trim().min(1, "Write a message.").max(5_000),
  /** The file itself, or the address where it is. */
  deliver: z.enum(["file", "address"]).default("file"),
});
export type Letter = z.infer<typeof letter>;

/** A tag that stands for nothing in a batch; null where all of them do. */
export function unknownTag(
  text: string,
  { columns }: Pick<Wording, "columns">,
  fields: readonly Pick<Field, "key">[],
): string | null {
  const known = new Set([
    "row",
    ADDRESS_TAG,
    ...fields.map(({ key }) => key),
    ...columns.map((column) => column.trim().toLowerCase()),
  ]);
  return namesIn(text).find((name) => !known.has(name) && !known.has(name.toLowerCase())) ?? null;
}

/** Subject and text for one row. Where the file is goes to the tag for it, or to the end when it is to be told at all. */
export function filledLetter(
  { subject, message, deliver }: Letter,
  words: ReturnType<WordsOf>,
  url: string,
): { subject: string; text: string } {
  const wordOf = (name: string) => (name === ADDRESS_TAG ? url : words(name));
  const text = cut(fillPattern(message, wordOf), url);
  const tells = deliver === "address" && !text.includes(url);
  return { subject: fillPattern(subject, wordOf), text: `${text}${tells ? `\n\n${url}` : ""}\n` };
}

/** A text without what is too much of it. An address that would lose its end goes whole, as does a character of two halves. */
function cut(text: string, url: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const at = text.lastIndexOf(url, LONGEST_TEXT - 1);
  const end = at >= 0 && at + url.length > LONGEST_TEXT ? at : LONGEST_TEXT;
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, "");
}
