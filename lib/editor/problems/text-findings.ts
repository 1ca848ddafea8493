import type { TextLayer } from "@/lib/template/layers/text";
import { type Finding, finding } from "./finding";
import type { Situation } from "./judged-rows";
import { type Judging, likely, rowsWhere, shownScale, sightings } from "./judging";
import { type TextFacts, textFacts } from "./text-facts";
import { fitFixes, sizeFixes } from "./text-fixes";

/**
 * Smallest size that is read with ease, px as shown: what Apple's Human Interface Guidelines name as the least for
 * text on phones (11 pt) and Material 3 gives its smallest label (11 sp).
 */
export const EASY_SIZE = 11;

/**
 * Smallest size that is read at all, px as shown: a lower-case e has three strokes and two gaps one above the other
 * and needs five rows of pixels; small letters are about 0.55 of the size high, so that takes 9 px.
 */
export const READABLE_SIZE = 9;

type Look = { situation: Situation; facts: TextFacts };

/** Texts that leave their box, are cut short, or end up too small to read. */
export async function textFindings(judging: Judging): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { layer, pointer, shown } of sightings(judging, ({ type }) => type === "text")) {
    if (layer.type !== "text") continue;
    const looks: Look[] = [];
    for (const { situation, seen } of shown) {
      if (seen.layer.type !== "text") continue;
      await judging.pace.breathe();
      looks.push({ situation, facts: await textFacts(seen.layer, judging.eyes) });
    }
    const here = { layer, pointer, looks, judging };
    for (const told of [await overflow(here), await cut(here), await small(here)]) if (told) found.push(told);
  }
  return found;
}

type Here = { layer: TextLayer; pointer: string; looks: readonly Look[]; judging: Judging };

async function overflow({ layer, pointer, looks, judging }: Here): Promise<Finding | null> {
  const where = looks
    .filter(({ facts }) => facts.overflows && facts.extent !== null)
    .map(({ situation }) => situation);
  if (where.length === 0) return null;
  const message =
    layer.fit === "fixed"
      ? "The text is larger than its box and runs out of it. Let it shrink, let … cut it, or make the box larger."
      : "A word is wider than the box and is broken between lines, although the text is at its smallest size. Make the box larger.";
  return finding({
    code: "text_overflows",
    severity: likely("warning", where),
    message,
    path: `${pointer}/fit`,
    layerId: layer.id,
    rows: rowsWhere(where, looks),
    fixes: await fitFixes(judging, layer, where),
  });
}

async function cut({ layer, pointer, looks, judging }: Here): Promise<Finding | null> {
  const where = looks.filter(({ facts }) => facts.truncated).map(({ situation }) => situation);
  if (where.length === 0) return null;
  const isWanted = layer.fit === "ellipsis";
  const message = isWanted
    ? "The text does not fit its box, so its end is cut off with …, as its fit says. Let it shrink or make the box larger to show all of it."
    : "The text does not fit its box even at its smallest size, so its end is cut off. Make the box larger or allow a smaller size.";
  return finding({
    code: "text_cut",
    severity: isWanted ? "info" : likely("warning", where),
    message,
    path: `${pointer}/fit`,
    layerId: layer.id,
    rows: rowsWhere(where, looks),
    fixes: await fitFixes(judging, layer, where),
  });
}

async function small({ layer, pointer, looks, judging }: Here): Promise<Finding | null> {
  const { document } = judging;
  const shown = shownScale(document);
  const sized = looks.flatMap(({ situation, facts }) =>
    facts.smallest === null ? [] : [{ situation, px: facts.smallest * shown, facts }],
  );
  // A hundredth of a px is the painter's rounding.
  const where = sized.filter(({ px }) => px < EASY_SIZE - 0.01);
  if (where.length === 0) return null;
  const least = where.reduce((one, other) => (other.px < one.px ? other : one));
  const unreadable = where.filter(({ px }) => px < READABLE_SIZE - 0.01).map(({ situation }) => situation);
  const isShrunk = least.facts.scale < 1;
  const px = Math.floor(least.px * 10) / 10;
  const how = isShrunk ? "shrinks to" : "is";
  const message =
    unreadable.length > 0
      ? `The text ${how} ${px} px where the picture is shown ${document.displayWidth} px wide; below ${READABLE_SIZE} px nobody can read it. Give it more room or larger letters.`
      : `The text ${how} ${px} px where the picture is shown ${document.displayWidth} px wide; from ${EASY_SIZE} px on it is easy to read. Give it more room or larger letters.`;
  const situations = where.map(({ situation }) => situation);
  return finding({
    code: "text_small",
    severity: unreadable.length > 0 ? likely("warning", unreadable) : "info",
    message,
    path: isShrunk ? `${pointer}/minFontSize` : `${pointer}/style/fontSize`,
    layerId: layer.id,
    rows: rowsWhere(situations, looks),
    fixes: await sizeFixes(judging, layer, situations, isShrunk),
  });
}
