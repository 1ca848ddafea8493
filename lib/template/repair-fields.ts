import { claimIds } from "./claim-ids";
import { DEFAULT_FORMAT, type Field, field } from "./field";
import { isRecord } from "./json-shape";
import { LIMITS } from "./limits";
import { isFieldKey } from "./primitives";
import { inWords, type RepairLog } from "./repair";
import { type SalvageContext, salvageObject } from "./salvage";
import { type SampleRow, sampleRow } from "./schema";

/** The fields of a damaged document, each with a key of its own. */
export function repairFields(input: unknown, log: RepairLog): Field[] {
  const items = listOf(input, "/fields", LIMITS.fields, log);
  const used = new Set(
    items.flatMap((item) => (isRecord(item) && typeof item.key === "string" ? [item.key] : [])),
  );
  const taken = new Set<string>();
  return items.flatMap((item, index) => {
    const path = `/fields/${index}`;
    const written = isRecord(item) ? item.key : undefined;
    const key = claimKey(written, `${path}/key`, used, taken, log);
    taken.add(key);
    const blank: Field = { key, label: "", type: "text", fallback: "", format: DEFAULT_FORMAT };
    const mended = field.safeParse(salvageObject(field, item, blank, path, leaf(log), { key }));
    if (mended.success) return [mended.data];
    log.add("item_dropped", path, "Nothing of this field could be used.");
    return [];
  });
}

function claimKey(
  written: unknown,
  path: string,
  used: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  log: RepairLog,
): string {
  const isGood = typeof written === "string" && isFieldKey(written);
  if (isGood && !taken.has(written)) return written;
  const near = isGood ? written : toKey(written);
  let key = near;
  for (let number = 2; taken.has(key) || used.has(key) || !isFieldKey(key); number += 1) {
    key = `${near.slice(0, 36)}_${number}`;
  }
  const message = isGood
    ? `Field key ${inWords(written)} is taken. The field is called ${key} now.`
    : `Expected a key such as first_name, got ${inWords(written)}. The field is called ${key} now.`;
  log.add(isGood ? "duplicate_field_key" : "invalid_field_key", path, message);
  return key;
}

/** The nearest well-formed key: "First Name" becomes first_name. */
function toKey(written: unknown): string {
  const key = (typeof written === "string" ? written.slice(0, 200) : "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40);
  return key === "" ? "field" : key;
}

/** The sample rows of a damaged document, each with an id of its own. */
export function repairSamples(input: unknown, log: RepairLog): SampleRow[] {
  const items = listOf(input, "/samples", LIMITS.sampleRows, log);
  const ids = claimIds(items, "row", (index, message) =>
    log.add("duplicate_sample_id", `/samples/${index}/id`, message),
  );
  return items.flatMap((item, index) => {
    const path = `/samples/${index}`;
    const id = ids[index] ?? "";
    const blank: SampleRow = { id, name: `Row ${index + 1}`, values: {} };
    const mended = sampleRow.safeParse(salvageObject(sampleRow, item, blank, path, leaf(log), { id }));
    if (mended.success) return [mended.data];
    log.add("item_dropped", path, "Nothing of this row could be used.");
    return [];
  });
}

/** The items of a list in a damaged document, at most so many. */
export function listOf(input: unknown, path: string, most: number, log: RepairLog): unknown[] {
  if (!Array.isArray(input)) {
    log.add(
      input === undefined ? "missing_property" : "wrong_type",
      path,
      `Expected a list, got ${inWords(input)}.`,
    );
    return [];
  }
  if (input.length > most) {
    log.add(
      "list_cut",
      path,
      `Expected at most ${most} items, got ${input.length}. The first ${most} stand.`,
    );
  }
  return input.slice(0, most);
}

/** What `salvage` works with where no layers can be. */
export function leaf(log: RepairLog): SalvageContext {
  return { log, layers: () => [] };
}
