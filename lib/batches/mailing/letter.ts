import { z } from "zod";
import { MOST_COLUMNS } from "@/lib/rows/mapping";
import type { Field } from "@/lib/template/field";
import { fillPattern } from "../results/file-name";
import type { Wording, WordsOf } from "../results/row-words";

/** Stands for where a row's file is, under the name it has in the list of results. */
export const ADDRESS_TAG = "picture_url";

const TAG = /\{\{\s*([^{}]{1,100}?)\s*\}\}/gu;

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
  const names = Array.from(text.matchAll(TAG), ([, name = ""]) => name);
  return names.find((name) => !known.has(name) && !known.has(name.toLowerCase())) ?? null;
}

/** Subject and text for one row. Where the file is goes to the tag for it, or to the end when it is to be told at all. */
export function filledLetter(
  { subject, message, deliver }: Letter,
  words: ReturnType<WordsOf>,
  url: string,
): { subject: string; text: string } {
  const wordOf = (name: string) => (name === ADDRESS_TAG ? url : words(name));
  const tells = deliver === "address" && !hasTag(message, ADDRESS_TAG);
  const text = fillPattern(message, wordOf).slice(0, LONGEST_TEXT);
  return { subject: fillPattern(subject, wordOf), text: `${text}${tells ? `\n\n${url}` : ""}\n` };
}

function hasTag(text: string, wanted: string): boolean {
  return Array.from(text.matchAll(TAG), ([, name]) => name).includes(wanted);
}
