import { setProperties } from "@/lib/template/commands/set-properties";
import { channelsOf, contrastOf } from "@/lib/template/contrast";
import { type Rect, unionOf } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Document } from "@/lib/template/schema";
import { changeFix, type Finding, type Fix, finding, openFix } from "./finding";
import { isLikely, opacityOf, type SeenLayer, type Situation } from "./judged-rows";
import {
  firstThatHelps,
  helps,
  type Judging,
  likely,
  rowsWhere,
  type Sighting,
  shownScale,
  sightings,
} from "./judging";
import { type Measured, measureContrast } from "./measure-contrast";
import { nearestReadable } from "./nearest-colour";
import { textFacts } from "./text-facts";

/** Most rows of people's own that one text is measured with; those that paint the same picture count once. */
const MEASURED = 40;

/** Most rows of the stress set on top of them. */
const STRESSED = 4;

type Look = { situation: Situation; seen: SeenLayer & { layer: TextLayer }; measured: Measured };

/** Texts whose letters are too like what lies behind them. */
export async function contrastFindings(judging: Judging): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { layer, pointer, shown } of sightings(judging, ({ type }) => type === "text")) {
    if (layer.type !== "text") continue;
    const looks: Look[] = [];
    for (const { situation, seen } of await telling(judging, shown)) {
      if (!isText(seen) || isMask(seen)) continue;
      await judging.pace.breathe();
      looks.push({ situation, seen, measured: await measure(judging, seen, situation, judging.document) });
    }
    if (looks.some(({ measured }) => isWeak(measured)))
      found.push(await told(judging, layer, pointer, looks));
  }
  return found;
}

/** The rows to measure with: the likely ones, and of the stress set those whose letters reach where no others do. */
async function telling({ eyes, pace }: Judging, shown: readonly Sighting[]): Promise<Sighting[]> {
  const chosen = shown.filter(({ situation }) => isLikely(situation.row)).slice(0, MEASURED);
  const extentOf = async ({ seen }: Sighting) => {
    await pace.breathe();
    return isText(seen) ? (await textFacts(seen.layer, eyes)).extent : null;
  };
  const reached: Rect[] = [];
  for (const sighting of chosen) reached.push(...[await extentOf(sighting)].filter((each) => each !== null));
  let left = STRESSED;
  for (const sighting of shown) {
    if (left === 0 || isLikely(sighting.situation.row)) continue;
    const extent = await extentOf(sighting);
    if (extent === null || isCovered(extent, unionOf(reached))) continue;
    reached.push(extent);
    chosen.push(sighting);
    left -= 1;
  }
  return chosen;
}

function isCovered(inner: Rect, outer: Rect | null): boolean {
  return (
    outer !== null &&
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function isText(seen: SeenLayer): seen is SeenLayer & { layer: TextLayer } {
  return seen.layer.type === "text";
}

function isWeak(measured: Measured): boolean {
  return measured.some(({ weak }) => weak);
}

/** Whether the text is not seen itself but cuts out what lies above it. */
function isMask({ layer, ancestors }: SeenLayer): boolean {
  const parent = ancestors.at(-1);
  return parent?.type === "group" && parent.masked && parent.children[0] === layer;
}

function measure(
  { eyes, pace }: Judging,
  seen: SeenLayer & { layer: TextLayer },
  situation: Situation,
  document: Document,
): Promise<Measured> {
  return measureContrast(situation.resolution.document, seen, shownScale(document), eyes, pace);
}

async function told(
  judging: Judging,
  layer: TextLayer,
  pointer: string,
  looks: readonly Look[],
): Promise<Finding> {
  const where = looks.filter(({ measured }) => isWeak(measured)).map(({ situation }) => situation);
  const worst = looks
    .flatMap(({ measured }) => measured)
    .reduce((one, other) => (other.ratio / other.needed < one.ratio / one.needed ? other : one));
  const needed = worst.needed === 3 ? "large letters need 3 to 1" : "letters of this size need 4.5 to 1";
  return finding({
    code: "low_contrast",
    severity: likely("warning", where),
    message: `The text is too like what lies behind it: ${Math.floor(worst.ratio * 10) / 10} to 1 where it is weakest, and ${needed}. Choose another colour or put something behind it.`,
    path: layer.fill === null ? `${pointer}/style/color` : `${pointer}/fill`,
    layerId: layer.id,
    rows: rowsWhere(where, looks),
    fixes: await fixesFor(judging, layer, looks),
  });
}

async function fixesFor(judging: Judging, layer: TextLayer, looks: readonly Look[]): Promise<Fix[]> {
  // What helps with one row must not spoil another.
  const where = looks.map(({ situation }) => situation);
  const works = (change: (doc: Document) => Document) =>
    helps(judging, change, layer.id, where, async (seen, situation, after) =>
      isText(seen) ? !isWeak(await measure(judging, seen, situation, after)) : true,
    );
  const fixes: Fix[] = [];
  const recoloured = recolour(layer, looks);
  if (recoloured && (await works(recoloured)))
    fixes.push(changeFix("Use the nearest readable colour", recoloured));
  const backed = await firstThatHelps(highlights(layer, looks), works);
  if (backed) fixes.push(changeFix("Put a highlight behind", backed));
  return fixes.length > 0 ? fixes : [openFix("Choose a colour", "control")];
}

/** Every weak colour of the text made the nearest that can be read; null where there is none for one of them. */
function recolour(layer: TextLayer, looks: readonly Look[]): ((doc: Document) => Document) | null {
  const stands = looks.flatMap(({ measured }) => measured);
  const share = Math.min(...looks.map(({ seen }) => opacityOf(seen)));
  const readable = new Map<string, string>();
  for (const color of new Set(stands.filter(({ weak }) => weak).map((stand) => stand.color))) {
    const same = stands.filter((stand) => stand.color === color);
    const needed = Math.max(...same.map((stand) => stand.needed));
    const next = nearestReadable(
      color,
      same.flatMap(({ behind }) => behind),
      needed,
      share,
    );
    if (next === null) return null;
    readable.set(color, next);
  }
  const [first] = readable.values();
  if (layer.fill !== null && first !== undefined) {
    const values = { fill: { kind: "solid", color: first } };
    return (doc) => setProperties(doc, { ids: [layer.id], values });
  }
  const own = layer.style.color;
  const values: Record<string, unknown> = { "style.color": readable.get(own) ?? own };
  for (const [index, { style }] of layer.runs.entries()) {
    if (style.color !== undefined)
      values[`runs.${index}.style.color`] = readable.get(style.color) ?? style.color;
  }
  return (doc) => setProperties(doc, { ids: [layer.id], values });
}

const DARK = "#111827";
const LIGHT = "#ffffff";

/** A highlight in white or near black, the one that stands out better from the letters first. */
function highlights(layer: TextLayer, looks: readonly Look[]): ((doc: Document) => Document)[] {
  const colours = looks.flatMap(({ measured }) => measured.map(({ color }) => channelsOf(color)));
  const contrastWith = (background: string) =>
    Math.min(...colours.map((color) => contrastOf(color, channelsOf(background))));
  const padding = Math.round(layer.style.fontSize * 0.25);
  const order = contrastWith(DARK) > contrastWith(LIGHT) ? [DARK, LIGHT] : [LIGHT, DARK];
  return order.map((color) => {
    const highlight = { color, paddingX: padding, paddingY: Math.round(padding / 2), radius: padding };
    return (doc) => setProperties(doc, { ids: [layer.id], values: { highlight } });
  });
}
