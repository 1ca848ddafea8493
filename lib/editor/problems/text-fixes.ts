import { setProperties } from "@/lib/template/commands/set-properties";
import type { TextLayer } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import type { Document } from "@/lib/template/schema";
import { changeFix, type Fix, openFix } from "./finding";
import { grownBoxes } from "./grown-box";
import type { Situation } from "./judged-rows";
import { firstThatHelps, helps, type Judging, shownScale } from "./judging";
import { type TextFacts, textFacts } from "./text-facts";
import { EASY_SIZE } from "./text-findings";

type Change = (document: Document) => Document;

const set = (layer: TextLayer, values: Record<string, unknown>): Change => {
  return (document) => setProperties(document, { ids: [layer.id], values });
};

/** Ways to make a text fit its box with these rows, those that do it. */
export async function fitFixes(
  judging: Judging,
  layer: TextLayer,
  where: readonly Situation[],
): Promise<Fix[]> {
  const easy = smallestEasy(judging.document);
  const fits = (facts: TextFacts) => !facts.overflows && !facts.truncated;
  const tried = (change: Change) => holds(judging, change, layer, where, fits);
  const fixes: Fix[] = [];

  const shrink = await firstThatHelps(
    [
      set(layer, { fit: "shrink" }),
      set(layer, { fit: "shrink", minFontSize: Math.min(layer.minFontSize, easy) }),
      set(layer, { fit: "shrink", minFontSize: LIMITS.fontSizeMin }),
    ],
    tried,
  );
  if (shrink)
    fixes.push(changeFix(layer.fit === "shrink" ? "Allow a smaller size" : "Shrink to fit", shrink));
  if (layer.fit === "fixed") {
    const cut = set(layer, { fit: "ellipsis" });
    if (await holds(judging, cut, layer, where, ({ overflows }) => !overflows))
      fixes.push(changeFix("Cut with …", cut));
  }
  const larger = await firstThatHelps(grownBoxes(layer, canvasOf(judging, layer)), tried);
  if (larger) fixes.push(changeFix("Make the box larger", larger));
  return fixes.length > 0 ? fixes : [openFix("Edit the text", "control")];
}

/** Ways to make a text easy to read with these rows, those that do it. */
export async function sizeFixes(
  judging: Judging,
  layer: TextLayer,
  where: readonly Situation[],
  isShrunk: boolean,
): Promise<Fix[]> {
  const easy = smallestEasy(judging.document);
  const isEasy = ({ smallest }: TextFacts) => smallest === null || smallest >= easy - 0.01;
  const fits = (facts: TextFacts) => isEasy(facts) && !facts.truncated && !facts.overflows;
  const fixes: Fix[] = [];
  if (isShrunk) {
    const wrap = set(layer, { fit: "shrink" });
    if (layer.fit === "line" && (await holds(judging, wrap, layer, where, fits)))
      fixes.push(changeFix("Let it wrap", wrap));
    const tried = (change: Change) => holds(judging, change, layer, where, fits);
    const larger = await firstThatHelps(grownBoxes(layer, canvasOf(judging, layer)), tried);
    if (larger) fixes.push(changeFix("Make the box larger", larger));
    const raised = set(layer, { minFontSize: easy });
    if (await holds(judging, raised, layer, where, isEasy))
      fixes.push(changeFix("Raise the smallest size", raised));
  }
  const enlarged = withLargerLetters(layer, easy);
  if (await holds(judging, enlarged, layer, where, fits))
    fixes.push(changeFix("Make the letters larger", enlarged));
  return fixes.length > 0 ? fixes : [openFix("Edit the text", "control")];
}

/** Whether the change makes this of the text with each of the rows. */
function holds(
  judging: Judging,
  change: Change,
  layer: TextLayer,
  where: readonly Situation[],
  isFine: (facts: TextFacts) => boolean,
): Promise<boolean> {
  return helps(judging, change, layer.id, where, async ({ layer: seen }) =>
    seen.type === "text" ? isFine(await textFacts(seen, judging.eyes)) : true,
  );
}

/** The smallest whole size, canvas px, that is easy to read where the picture is shown. */
function smallestEasy(document: Document): number {
  return Math.min(LIMITS.fontSizeMax, Math.ceil(EASY_SIZE / shownScale(document) - 1e-6));
}

/** Every style of the text that is smaller brought up to a size; the others stay. */
function withLargerLetters(layer: TextLayer, size: number): Change {
  const values: Record<string, unknown> = { "style.fontSize": Math.max(size, layer.style.fontSize) };
  for (const [index, { style }] of layer.runs.entries()) {
    if (style.fontSize !== undefined) values[`runs.${index}.style.fontSize`] = Math.max(size, style.fontSize);
  }
  if (layer.fit === "shrink" || layer.fit === "line") values.minFontSize = Math.max(size, layer.minFontSize);
  return set(layer, values);
}

/** The canvas where the layer stands on it; null in a group, whose coordinates are its own. */
function canvasOf({ document }: Judging, layer: TextLayer): { width: number; height: number } | null {
  return document.layers.some(({ id }) => id === layer.id) ? document : null;
}
