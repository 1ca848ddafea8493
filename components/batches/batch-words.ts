import type { BatchState } from "@/lib/batches/batch-item";
import type { BatchItem } from "../api/batches";

export const BATCH_BADGES = {
  draft: { tone: "neutral", label: "Draft" },
  running: { tone: "accent", label: "Running" },
  paused: { tone: "warning", label: "Paused" },
  done: { tone: "success", label: "Done" },
  cancelled: { tone: "neutral", label: "Cancelled" },
} as const satisfies Record<BatchState, { tone: string; label: string }>;

/** A number as people read it: 12,480. */
export function count(value: number): string {
  return value.toLocaleString("en-GB");
}

/** So many of something: "1 row", "12,480 rows". */
export function many(value: number, one: string, more = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : more}`;
}

/** How long it still takes. Coarse, so that it does not flicker. */
export function timeLeft(seconds: number): string {
  if (seconds < 5) return "a moment left";
  if (seconds < 55) return `about ${Math.ceil(seconds / 10) * 10} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} min left`;
  const rest = Math.round((minutes % 60) / 10) * 10;
  const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 ? `about ${hours} h left` : `about ${hours} h ${rest} min left`;
}

/** Rows a second: one decimal below ten. */
export function rate(perSecond: number): string {
  const shown = perSecond < 10 ? perSecond.toFixed(1) : count(Math.round(perSecond));
  return `${shown} rows a second`;
}

/** What a batch has to settle, and how much of it is. */
export type Settled = Pick<BatchItem, "rows" | "leftOut" | "made" | "failed">;

/** Rows that are to get a picture. */
export function rowsToMake({ rows, leftOut }: Pick<Settled, "rows" | "leftOut">): number {
  return Math.max(0, rows - leftOut);
}

/** Whole per cent of the rows that are settled; 100 only when all are. */
export function percentDone(batch: Settled): number {
  const all = rowsToMake(batch);
  return all === 0 ? 0 : Math.min(100, Math.floor(((batch.made + batch.failed) / all) * 100));
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
};

const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252 (Western Europe)",
};

const FORMATS = { csv: "Text table", xlsx: "Excel workbook", json: "JSON" } as const;

/** How a list was read: "Text table · UTF-8 · columns end with semicolons". */
export function sourceWords({ format, encoding, delimiter }: BatchItem["source"]): string {
  const parts = [
    FORMATS[format],
    encoding === null ? "" : (ENCODINGS[encoding] ?? encoding),
    delimiter === null ? "" : `columns end with ${DELIMITERS[delimiter] ?? `“${delimiter}”`}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** A column as people know it: by its name, or else by its place. */
export function columnName(columns: readonly string[], index: number): string {
  return columns[index]?.trim() || `Column ${index + 1}`;
}
