import { z } from "zod";
import { seal, unseal } from "@/lib/server/sealed-secret";
import type { Field } from "@/lib/template/field";
import type { CertificateOption } from "./certificate-option";

/** What whoever checks a certificate is shown of its row. */
export const shownValues = z.object({
  title: z.string(),
  values: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type ShownValues = z.infer<typeof shownValues>;

/** Characters of a value that are shown; nobody needs more to know a certificate again. */
const LONGEST = 200;

/** The values of a row that are shown; those that it lacks are left out. */
export function shownOf(
  { title, shownFields }: CertificateOption,
  batchName: string,
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
): ShownValues {
  return {
    title: title || batchName,
    values: shownFields.flatMap((key) => {
      const value = (values[key] ?? "").trim().slice(0, LONGEST);
      const label = fields.find((field) => field.key === key)?.label ?? key;
      return value === "" ? [] : [{ label, value }];
    }),
  };
}

/** Encrypted for the row of one certificate, so that names of people lie nowhere in the open. */
export function sealShown(id: string, shown: ShownValues): string {
  return seal("certificate", id, JSON.stringify(shown));
}

/** null when it does not open. */
export function openShown(id: string, sealed: string): ShownValues | null {
  const plain = unseal("certificate", id, sealed);
  return plain === null ? null : shownValues.parse(JSON.parse(plain));
}
