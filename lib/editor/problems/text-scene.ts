import { backgroundSvg } from "@/lib/paint/svg/background";
import { svgDocument } from "@/lib/paint/svg/svg-document";
import { applyToVector, type Rect, rotationAbout } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import type { ResolvedDocument, ResolvedLayer } from "@/lib/template/resolved";
import { type Eyes, placedLayer } from "./eyes";
import type { SeenLayer } from "./judged-rows";
import type { Pace } from "./pace";

/** Three pictures of the same part of the canvas. */
export type TextScene = {
  /** What lies under the letters, their own highlight and shadow included. */
  behind: string;
  /** The same with the letters. */
  whole: string;
  /** The letters alone: opaque, black, without effects. */
  letters: string;
  /** The letters in white, where some of the text may have colours of its own that are no text: emoji. */
  whiteLetters: string | null;
};

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** What is painted of a part of the canvas, `scale` pixels to a px, up to and including a text. */
export async function textScene(
  document: ResolvedDocument,
  { layer, ancestors }: SeenLayer & { layer: TextLayer },
  { area, scale }: { area: Rect; scale: number },
  eyes: Eyes,
  pace: Pace,
): Promise<TextScene> {
  const top = ancestors[0] ?? layer;
  let below = backgroundSvg(document);
  for (const under of document.layers) {
    if (under === top) break;
    await pace.breathe();
    const { svg, ink } = await placedLayer(under, eyes);
    const touches =
      ink !== null &&
      ink.left < area.x + area.width &&
      ink.right > area.x &&
      ink.top < area.y + area.height &&
      ink.bottom > area.y;
    if (touches) below += svg;
  }
  const painted = async (layers: readonly ResolvedLayer[], alone: boolean) => {
    const nested = within(ancestors, layer, layers, alone);
    let svg = "";
    for (const each of nested) {
      await pace.breathe();
      svg += (await eyes.painter.placeLayer(each, eyes.images)).svg;
    }
    return svg;
  };
  const under = underLetters(layer, Math.hypot(area.width, area.height));
  const plain: TextLayer = { ...layer, shadow: null, highlight: null, stroke: null };
  const whole = (content: string) => svgDocument(area, content, scale);
  const inOne = async (color: string) =>
    whole(await painted([{ ...inColour(plain, color), opacity: 1 }], true));
  const words = layer.runs.map(({ text }) => text).join("");
  return {
    behind: whole(below + (await painted(under, false))),
    whole: whole(below + (await painted([...under, plain], false))),
    letters: await inOne("#000000"),
    whiteLetters: EMOJI.test(words) ? await inOne("#ffffff") : null,
  };
}

/**
 * The top layers to paint so that `layers` stand in the place of the text, with what lies under it in its groups;
 * `alone` leaves that out, and the groups' own opacity and shadows too.
 */
function within(
  ancestors: readonly ResolvedLayer[],
  text: ResolvedLayer,
  layers: readonly ResolvedLayer[],
  alone: boolean,
): ResolvedLayer[] {
  let inner = [...layers];
  let inside: ResolvedLayer = text;
  for (const group of ancestors.toReversed()) {
    if (group.type !== "group") continue;
    const at = group.children.indexOf(inside);
    const kept = alone ? group.children.slice(0, group.masked ? 1 : 0) : group.children.slice(0, at);
    const effects = alone ? { opacity: 1, shadow: null } : {};
    inside = group;
    inner = [{ ...group, ...effects, children: [...kept, ...inner] }];
  }
  return inner;
}

/** What a text itself puts under its letters: its highlight and its shadow, without the letters. */
function underLetters(layer: TextLayer, reach: number): TextLayer[] {
  const clear = inColour({ ...layer, stroke: null, shadow: null }, "#00000000");
  const highlight = layer.highlight ? [{ ...clear, id: `${layer.id}.behind` }] : [];
  if (!layer.shadow) return highlight;
  // The letters stand beside the picture, and their shadow falls back to where it belongs.
  const away = Math.ceil(reach + layer.width + layer.height);
  const shift = applyToVector(rotationAbout({ x: 0, y: 0 }, layer.rotation), { x: away, y: 0 });
  const cast: TextLayer = {
    ...layer,
    id: `${layer.id}.shade`,
    x: layer.x + shift.x,
    y: layer.y + shift.y,
    shadow: { ...layer.shadow, x: layer.shadow.x - away },
  };
  return [cast, ...highlight];
}

function inColour(layer: TextLayer, color: string): TextLayer {
  return {
    ...layer,
    fill: null,
    style: { ...layer.style, color },
    runs: layer.runs.map(({ text, style }) => ({ text, style: { ...style, color } })),
  };
}
