/** What can be found wrong with a stored document, and what was done about it. */
export type RepairCode =
  /** Nothing of the input could be read; an empty document stands for it. */
  | "unreadable"
  /** Written by a newer release; what this one does not know is gone. Such a document should not be saved. */
  | "future_version"
  | "no_version"
  | "missing_property"
  | "unknown_property"
  | "wrong_type"
  | "unknown_option"
  | "out_of_range"
  | "number_from_text"
  | "text_cleaned"
  | "text_cut"
  | "invalid_text"
  | "colour_rewritten"
  | "list_cut"
  | "item_dropped"
  | "unknown_layer_type"
  | "missing_layer_id"
  | "duplicate_layer_id"
  | "layer_in_itself"
  | "too_deep"
  | "too_many_layers"
  | "invalid_field_key"
  | "duplicate_field_key"
  | "duplicate_sample_id"
  | "invalid_rule"
  | "duplicate_variant_id"
  | "unknown_layer"
  /** Followed a value that the workspace's brand kit does not have; the value stays as it was. */
  | "unknown_brand_value"
  | "too_large";

/** One mend: where (JSON pointer into the input) and a sentence that says what was found and what stands now. */
export type Repair = { code: RepairCode; path: string; message: string };

/** A damaged document can have a fault in every number; nobody reads past this many. */
const MOST_REPAIRS = 500;

/** Collects repairs, up to a number that people can still look at. */
export class RepairLog {
  readonly repairs: Repair[] = [];

  add(code: RepairCode, path: string, message: string): void {
    if (this.repairs.length < MOST_REPAIRS) this.repairs.push({ code, path, message });
  }
}

/** A value of foreign data for a message: short, on one line. */
export function inWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  const shown = value.slice(0, 40).replace(/[^\P{C} ]|\s/gu, " ");
  return `"${shown}${value.length > 40 ? "…" : ""}"`;
}
