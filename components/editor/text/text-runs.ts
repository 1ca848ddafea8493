import type { TextLayer, TextRun, TextStyle } from "@/lib/template/layers/text";

/** A stretch of a layer's whole text, in UTF-16 units. */
export type TextRange = { start: number; end: number };

/** The whole text of the runs. */
export function textOfRuns(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join("");
}

/**
 * The runs with a stretch replaced. What is put in takes the style of what it replaces, else of the character
 * before it, as people expect of typing. There is always at least one run.
 */
export function replaceRange(runs: readonly TextRun[], { start, end }: TextRange, text: string): TextRun[] {
  const style = styleForTyping(runs, start, end);
  const before = cutRuns(runs, 0, start);
  const after = cutRuns(runs, end, textOfRuns(runs).length);
  return joined([...before, { text, style }, ...after], style);
}

/** The runs with a style laid over a stretch; overrides that say what the layer says anyway are dropped. */
export function styleRange(
  runs: readonly TextRun[],
  { start, end }: TextRange,
  change: Partial<TextStyle>,
  base: TextStyle,
): TextRun[] {
  const styled = cutRuns(runs, start, end).map((run) => ({
    ...run,
    style: overrides({ ...run.style, ...change }, base),
  }));
  const all = [...cutRuns(runs, 0, start), ...styled, ...cutRuns(runs, end, textOfRuns(runs).length)];
  return joined(all, runs[0]?.style ?? {});
}

/** What a stretch looks like: a property is null where its characters differ. */
export function styleOfRange(
  layer: Pick<TextLayer, "runs" | "style">,
  { start, end }: TextRange,
): { [Key in keyof TextStyle]: TextStyle[Key] | null } {
  const touched =
    start === end ? [{ style: styleForTyping(layer.runs, start, end) }] : cutRuns(layer.runs, start, end);
  const styles = touched.map(({ style }) => ({ ...layer.style, ...style }));
  const common = <Key extends keyof TextStyle>(key: Key): TextStyle[Key] | null => {
    const first = styles[0]?.[key] ?? layer.style[key];
    return styles.every((style) => style[key] === first) ? first : null;
  };
  return {
    fontFamily: common("fontFamily"),
    fontWeight: common("fontWeight"),
    italic: common("italic"),
    fontSize: common("fontSize"),
    color: common("color"),
    letterSpacing: common("letterSpacing"),
    underline: common("underline"),
    transform: common("transform"),
  };
}

/** The one stretch in which two texts differ, and what stands there in the second. */
export function differenceOf(before: string, after: string): TextRange & { text: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function cutRuns(runs: readonly TextRun[], start: number, end: number): TextRun[] {
  let at = 0;
  return runs.flatMap((run) => {
    const from = Math.max(0, start - at);
    const to = Math.min(run.text.length, end - at);
    at += run.text.length;
    return to > from ? [{ ...run, text: run.text.slice(from, to) }] : [];
  });
}

function styleForTyping(runs: readonly TextRun[], start: number, end: number): TextRun["style"] {
  const replaced =
    end > start ? cutRuns(runs, start, start + 1) : cutRuns(runs, Math.max(0, start - 1), start);
  return (replaced[0] ?? runs[0])?.style ?? {};
}

/** Neighbours of one style become one run; empty runs go, but for a last one. */
function joined(runs: readonly TextRun[], styleIfEmpty: TextRun["style"]): TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    if (run.text === "") continue;
    const last = result.at(-1);
    if (last && sameStyle(last.style, run.style))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result.length > 0 ? result : [{ text: "", style: styleIfEmpty }];
}

function overrides(style: Partial<TextStyle>, base: TextStyle): Partial<TextStyle> {
  const kept: Partial<TextStyle> = {};
  for (const [key, value] of Object.entries(style)) {
    if (Reflect.get(base, key) !== value) Object.assign(kept, { [key]: value });
  }
  return kept;
}

function sameStyle(one: Partial<TextStyle>, other: Partial<TextStyle>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => Reflect.get(one, key) === Reflect.get(other, key));
}
