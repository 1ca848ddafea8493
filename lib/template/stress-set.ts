import type { Document, SampleRow } from "./schema";
import { STRESS_ROWS } from "./stress-rows";
import { type ValueKind, valueKindOf } from "./value-kind";

/** Ids of stress rows begin with this, and no sample row's does by chance: those are made of letters and digits. */
export const STRESS_PREFIX = "stress-";

/** What stands in fields that a row is not about, where the samples say nothing. */
const ORDINARY: Record<Exclude<ValueKind, "words">, string> = {
  firstName: "Anna",
  lastName: "Kowalska",
  fullName: "Anna Kowalska",
  company: "Brightside",
  place: "Gdańsk",
  email: "anna@example.com",
  code: "NP-2048-117",
  amount: "1250",
  day: "2026-11-21",
  picture: "",
  address: "https://example.com/",
  colour: "#2f5bea",
  yesNo: "yes",
};

/**
 * Rows of awkward values for a document's fields, always the same ones for the same document: long, short and
 * missing values, scripts of the world, wrong and far values of each type. Rows about a type that the document has
 * no field of are left out; those about text are always there. A field that a row is not about has the value of the
 * first sample that has one, else an ordinary one, so that each row shows one difficulty at a time.
 */
export function stressRows({ fields, samples }: Pick<Document, "fields" | "samples">): SampleRow[] {
  const kinds = fields.map((field) => ({ field, kind: valueKindOf(field) }));
  const present = new Set(kinds.map(({ kind }) => kind));
  const ordinary = new Map(
    kinds.map(({ field, kind }) => {
      const sampled = samples.find(({ values }) => values[field.key]?.trim())?.values[field.key];
      const usual = kind === "words" ? field.fallback || field.label || field.key : ORDINARY[kind];
      return [field.key, sampled ?? usual];
    }),
  );
  return STRESS_ROWS.flatMap(({ id, name, about, values, everywhere }) => {
    if (about !== undefined && !about.some((kind) => present.has(kind))) return [];
    const filled = kinds.flatMap(({ field: { key }, kind }) => {
      const value = values[kind] ?? everywhere?.(key) ?? ordinary.get(key) ?? "";
      return value === "" ? [] : [[key, value] as const];
    });
    return [{ id: `${STRESS_PREFIX}${id}`, name, values: Object.fromEntries(filled) }];
  });
}
