import { isBlank } from "../clean-value";
import { DEFAULT_FORMAT } from "../field";
import type { ResolveContext } from "../layer-entry";
import { LIMITS } from "../limits";
import { malformed } from "../malformed-placeholder";
import { fillNumbers } from "../number-text";
import {
  malformedPlaceholders,
  parsePlaceholders,
  placeholderKeys,
  replacePlaceholders,
} from "../placeholders";
import type { LayerProblem } from "../problem";
import { quoted } from "../short-text";
import { parseNumberList, parseTextList, splitTexts } from "../value-list";
import type { ChartLayer } from "./chart";

/** What a chart's lists hold: read, filled with values, checked. */

/** The numbers to draw once values are in place: the values, else the fallback; null when neither will do. */
export function chartNumbers({ kind, values, fallbackValues }: ChartLayer): number[] | null {
  return readNumbers(kind, values) ?? readNumbers(kind, fallbackValues);
}

/** The labels once values are in place, in the order of the numbers. */
export function chartLabels({ labels }: ChartLayer): string[] {
  return parseTextList(labels);
}

/** A ring has no part for a number below 0, and none at all when they come to nothing. */
function readNumbers(kind: ChartLayer["kind"], text: string): number[] | null {
  const numbers = parseNumberList(text, DEFAULT_FORMAT.locale);
  const isRing = kind === "donut";
  const isFit = !isRing || (numbers?.every((number) => number >= 0) && numbers.some((number) => number > 0));
  return isFit ? numbers : null;
}

/** The only field of a text that is nothing else: its value may be a whole list. */
function onlyField(text: string): { key: string; raw: string } | null {
  const [part, ...others] = parsePlaceholders(text.trim());
  return part?.kind === "field" && others.length === 0 ? part : null;
}

function filledValues({ values }: ChartLayer, context: ResolveContext): string {
  const only = onlyField(values);
  if (only === null) return fillNumbers(values, { plain: (key, raw) => present(context.plain(key, raw)) });
  const { text, locale } = context.plain(only.key, only.raw);
  return JSON.stringify(parseNumberList(text, locale) ?? []);
}

/** A number that is missing does not shorten the list: something stands for it that is none. */
function present(given: ReturnType<ResolveContext["plain"]>): ReturnType<ResolveContext["plain"]> {
  return isBlank(given.text) ? { ...given, text: "?" } : given;
}

/** A list as JSON, so that what is in a value does not divide it; a field that is alone may be a whole list. */
function filledLabels({ labels }: ChartLayer, context: ResolveContext): string {
  if (placeholderKeys(labels).length === 0) return labels;
  const only = onlyField(labels);
  return JSON.stringify(
    only === null
      ? splitTexts(labels).map((label) => replacePlaceholders(label, context.shown))
      : splitTexts(context.shown(only.key, only.raw)),
  );
}

/** The chart with values in its lists; the same chart when no field stands in them. */
export function fillChart(chart: ChartLayer, context: ResolveContext): ChartLayer {
  const values = filledValues(chart, context);
  const labels = filledLabels(chart, context);
  return values === chart.values && labels === chart.labels ? chart : { ...chart, values, labels };
}

/** What is wrong with a chart's lists before values are in place. */
export function chartProblems({ kind, values, fallbackValues, labels }: ChartLayer): LayerProblem[] {
  const broken = [values, labels].flatMap((text, index) =>
    malformedPlaceholders(text).map((raw) => malformed(raw, index === 0 ? "/values" : "/labels")),
  );
  const expected = `Expected up to ${LIMITS.chartItems} numbers${kind === "donut" ? ", none below 0 and one above," : ""} such as 12, 30, 18`;
  const isFixed = placeholderKeys(values).length === 0 && malformedPlaceholders(values).length === 0;
  const faults = [
    { path: "/values", text: values, isWrong: isFixed },
    { path: "/fallbackValues", text: fallbackValues, isWrong: fallbackValues.trim() !== "" },
  ].flatMap(({ path, text, isWrong }): LayerProblem[] => {
    if (!isWrong || readNumbers(kind, text) !== null) return [];
    return [
      { code: "invalid_numbers", severity: "error", path, message: `${expected}, got ${quoted(text)}.` },
    ];
  });
  const uneven = broken.length === 0 ? unevenLists({ kind, values, labels }) : [];
  return [...broken, ...faults, ...uneven];
}

/** Labels that are more or fewer than the numbers, as far as both are known. */
function unevenLists({
  kind,
  values,
  labels,
}: Pick<ChartLayer, "kind" | "values" | "labels">): LayerProblem[] {
  const isFixed = placeholderKeys(values + labels).length === 0;
  const numbers = isFixed ? readNumbers(kind, values) : null;
  const words = parseTextList(labels);
  if (numbers === null || words.length === 0 || words.length === numbers.length) return [];
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? "" : "s"}`;
  const outcome =
    words.length < numbers.length ? "The last values have no label." : "The last labels are not shown.";
  const message = `There are ${count(words.length, "label")} for ${count(numbers.length, "value")}. ${outcome}`;
  return [{ code: "uneven_lists", severity: "warning", path: "/labels", message }];
}
