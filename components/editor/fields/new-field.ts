import { DEFAULT_FORMAT, type Field, type FieldType } from "@/lib/template/field";

/** A field with a key that no other has: `image_url`, `image_url_2`, ... */
export function newField(
  fields: readonly Field[],
  start: { key: string; label: string; type: FieldType },
): Field {
  const taken = new Set(fields.map(({ key }) => key));
  let key = start.key;
  for (let count = 2; taken.has(key); count += 1) key = `${start.key}_${count}`;
  return { key, label: start.label, type: start.type, fallback: "", format: DEFAULT_FORMAT };
}
