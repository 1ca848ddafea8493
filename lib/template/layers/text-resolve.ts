import { hasRightToLeft, isolateValue } from "../isolate-value";
import type { ResolveContext } from "../layer-entry";
import { parsePlaceholders, placeholderKeys, replaceInRuns, replacePlaceholders } from "../placeholders";
import type { TextLayer, TextRun } from "./text";

/** The style a phrase takes over: that of the run with most fixed text, which is what the text looks like as a whole. */
export function phraseStyle(runs: readonly TextRun[]): TextRun["style"] {
  const fixed = ({ text }: TextRun) =>
    parsePlaceholders(text).reduce(
      (sum, part) => sum + (part.kind === "text" ? part.text.trim().length : 0),
      0,
    );
  return (
    runs.reduce<TextRun | undefined>(
      (best, run) => (best === undefined || fixed(run) > fixed(best) ? run : best),
      undefined,
    )?.style ?? {}
  );
}

/**
 * What stands for the placeholders of this text, asked for one after the other. Values are isolated where directions
 * mix; a text that is one placeholder and nothing else takes the direction of its value.
 */
function shownIn(text: string, context: ResolveContext): ResolveContext["shown"] {
  const parts = parsePlaceholders(text);
  // Each is asked for once: what a layer is given is counted.
  const said = parts.map((part) => (part.kind === "text" ? part.text : context.shown(part.key, part.raw)));
  const isMixed = parts.length > 1 && said.some(hasRightToLeft);
  const values = said.filter((_, index) => parts[index]?.kind === "field").values();
  return (_key, raw) => {
    const value = values.next().value ?? "";
    return isMixed && value !== raw ? isolateValue(value) : value;
  };
}

/** The text with values in place of its fields, or its phrase fallback where one of them is missing. */
export function resolveText(layer: TextLayer, context: ResolveContext): TextLayer {
  const text = layer.runs.map((run) => run.text).join("");
  const keys = placeholderKeys(text);
  if (keys.length === 0) return layer;
  if (layer.phraseFallback !== "" && keys.some(context.missing)) {
    context.saidPhrase(layer.id);
    const phrase = replacePlaceholders(layer.phraseFallback, shownIn(layer.phraseFallback, context));
    return { ...layer, runs: [{ text: phrase, style: phraseStyle(layer.runs) }] };
  }
  const runs = replaceInRuns(layer.runs, shownIn(text, context)).filter((run) => run.text !== "");
  const [first] = layer.runs;
  return { ...layer, runs: runs.length > 0 || first === undefined ? runs : [{ ...first, text: "" }] };
}
