import { isFieldKey } from "./primitives";

export type TextPart = { kind: "text"; text: string } | { kind: "field"; key: string; raw: string };

// The three classes of characters between the braces exclude each other, so the search is linear.
const PLACEHOLDER = /\{\{[ \t\u00a0]*([a-z][a-z0-9_]{0,39})[ \t\u00a0]*\}\}/g;

/**
 * Splits text at `{{key}}`. Spaces inside the braces are allowed; of nested braces the innermost pair counts.
 * Whatever is no well-formed key stays text. The parts' text and raw together give the input again. Linear time.
 */
export function parsePlaceholders(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [raw, key] = match;
    if (key === undefined || !isFieldKey(key)) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    parts.push({ kind: "field", key, raw });
    end = match.index + raw.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

/** Keys of the fields named in the text, in reading order, duplicates kept. */
export function placeholderKeys(text: string): string[] {
  return parsePlaceholders(text).flatMap((part) => (part.kind === "field" ? [part.key] : []));
}

/** The text with each placeholder replaced; what is put in is never read for placeholders again. */
export function replacePlaceholders(text: string, replace: (key: string, raw: string) => string): string {
  return parsePlaceholders(text)
    .map((part) => (part.kind === "text" ? part.text : replace(part.key, part.raw)))
    .join("");
}

/** The text with `{{from}}` written as `{{to}}`. */
export function renamePlaceholder(text: string, from: string, to: string): string {
  return replacePlaceholders(text, (key, raw) => (key === from ? `{{${to}}}` : raw));
}

/** Stretches that look like placeholders and are none: `{{First Name}}`, `{{a`, each as typed and once. Linear time. */
export function malformedPlaceholders(text: string): string[] {
  const found = parsePlaceholders(text).flatMap((part) =>
    part.kind === "text" ? Array.from(part.text.matchAll(/\{\{[^{}]*\}{0,2}/g), ([raw]) => raw.trim()) : [],
  );
  return [...new Set(found)];
}

/**
 * Replaces placeholders in a sequence of runs. A placeholder may reach across runs, where a style changes in
 * its middle; what replaces it stands in the run it begins in, whose index `replace` is told. Runs without change
 * keep their identity.
 */
export function replaceInRuns<R extends { text: string }>(
  runs: readonly R[],
  replace: (key: string, raw: string, run: number) => string,
): R[] {
  const texts = new Map<number, string>();
  const write = (text: string) => texts.set(run, (texts.get(run) ?? "") + text);
  let run = 0;
  let runEnd = runs[0]?.text.length ?? 0;
  let position = 0;
  const advance = () => {
    while (position >= runEnd && run < runs.length - 1) {
      run += 1;
      runEnd += runs[run]?.text.length ?? 0;
    }
  };
  for (const part of parsePlaceholders(runs.map(({ text }) => text).join(""))) {
    if (part.kind === "field") {
      advance();
      write(replace(part.key, part.raw, run));
      position += part.raw.length;
      continue;
    }
    let offset = 0;
    while (offset < part.text.length) {
      advance();
      const piece = part.text.slice(offset, offset + runEnd - position);
      write(piece);
      offset += piece.length;
      position += piece.length;
    }
  }
  return runs.map((original, index) => {
    const text = texts.get(index) ?? "";
    return text === original.text ? original : { ...original, text };
  });
}
