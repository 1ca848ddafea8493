import { parsePlaceholders } from "@/lib/template/placeholders";
import type { TextRange } from "./text-runs";

/** A field as it stands in a text: a chip that is there whole or not at all. Offsets in UTF-16 units. */
export type Chip = TextRange & { key: string };

/** The chips of a text in reading order. */
export function chipsIn(text: string): Chip[] {
  let at = 0;
  return parsePlaceholders(text).flatMap((part) => {
    const start = at;
    at += part.kind === "text" ? part.text.length : part.raw.length;
    return part.kind === "field" ? [{ key: part.key, start, end: at }] : [];
  });
}

/** The range, made wider until it holds whole every chip that it holds in part. An empty range stays empty. */
export function wholeChips(chips: readonly Chip[], { start, end }: TextRange): TextRange {
  if (start === end) return { start, end };
  const touched = chips.filter((chip) => chip.start < end && chip.end > start);
  return {
    start: Math.min(start, ...touched.map((chip) => chip.start)),
    end: Math.max(end, ...touched.map((chip) => chip.end)),
  };
}

/**
 * Where a caret goes that has come to lie inside a chip: to the far side when it came from beside the chip, so that
 * one key press jumps over it, else to the nearer side. `before` is where it was; anywhere else it stays.
 */
export function outsideChip(chips: readonly Chip[], at: number, before: number | null): number {
  const chip = chips.find(({ start, end }) => start < at && at < end);
  if (!chip) return at;
  if (before === chip.start) return chip.end;
  if (before === chip.end) return chip.start;
  return at - chip.start < chip.end - at ? chip.start : chip.end;
}

/** The chip that a range holds and nothing else. */
export function chipAt(chips: readonly Chip[], { start, end }: TextRange): Chip | undefined {
  return chips.find((chip) => chip.start === start && chip.end === end);
}
