import { z } from "zod";
import type { Field } from "@/lib/template/field";
import { displayName, fieldKey } from "@/lib/template/primitives";

/** Values of the row that whoever checks a certificate is shown. */
const MOST_SHOWN = 6;

/** How the rows of a batch become certificates: each gets a number, and an address where anybody can check it. */
export const certificateOption = z.strictObject({
  /** The field that shows the number. */
  numberField: fieldKey,
  /** `sequence`: ACME-2026-000123, one after the other in a workspace; `hash`: 128 bits that say nothing of others. */
  scheme: z.enum(["sequence", "hash"]),
  /** What numbers begin with, such as ACME; empty is nothing. */
  prefix: z
    .string()
    .regex(
      /^(?:[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?)?$/,
      "A prefix has at most 20 capital letters, digits and hyphens, and begins and ends with none of the last.",
    )
    .default(""),
  /** The field that gets the address, for a QR code or a line of text; null: none. */
  verificationField: fieldKey.nullable().default(null),
  /** What is certified, such as “Service Design Foundations”; empty: the name of the batch. */
  title: displayName.or(z.literal("")).default(""),
  /** Fields whose values are shown to whoever has the address, the name first. */
  shownFields: z.array(fieldKey).max(MOST_SHOWN).default([]),
});
export type CertificateOption = z.infer<typeof certificateOption>;

/** What is wrong with an option for a template's fields, where, in sentences; empty: nothing. */
export type OptionProblem = { path: string; message: string };

export function certificateProblems(option: CertificateOption, fields: readonly Field[]): OptionProblem[] {
  const { numberField, verificationField, shownFields } = option;
  const typeOf = (key: string) => fields.find((field) => field.key === key)?.type;
  const unknown = (path: string, key: string): OptionProblem => ({
    path,
    message: `The template has no field “${key}”. Choose one that it has.`,
  });
  const problems: OptionProblem[] = [];
  if (typeOf(numberField) === undefined) problems.push(unknown("/numberField", numberField));
  else if (typeOf(numberField) !== "text") {
    problems.push({
      path: "/numberField",
      message: `The number stands in a field of type text; “${numberField}” is of another type.`,
    });
  }
  if (verificationField !== null) {
    const type = typeOf(verificationField);
    if (type === undefined) problems.push(unknown("/verificationField", verificationField));
    else if (type !== "url") {
      problems.push({
        path: "/verificationField",
        message: `The address stands in a field of type URL; “${verificationField}” is of another type.`,
      });
    }
    if (verificationField === numberField)
      problems.push({ path: "/verificationField", message: "The number and the address need a field each." });
  }
  for (const [index, key] of shownFields.entries()) {
    if (typeOf(key) === undefined) problems.push(unknown(`/shownFields/${index}`, key));
    else if (shownFields.indexOf(key) < index)
      problems.push({ path: `/shownFields/${index}`, message: `“${key}” is shown already.` });
  }
  return problems;
}
