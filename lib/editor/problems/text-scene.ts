import { backgroundSvg } from "@/lib/paint/svg/background";
import { svgDocument } from "@/lib/paint/svg/svg-document";
import { applyToVector, type Rect, rotationAbout } from "@/lib/template/geometry";
import type { TextLayer } from "@/lib/template/layers/text";
import type { Shadow } from "@/lib/template/primitives";
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
  const painted = async (layers: readonly ResolvedLayer[], kept: Kept) => {
    let svg = "";
    for (const each of within(ancestors, layer, layers, kept)) {
      await pace.breathe();
      svg += (await eyes.painter.placeLayer(each, eyes.images)).svg;
    }
    return svg;
  };
  const plain: TextLayer = { ...layer, shadow: null, highlight: null, stroke: null };
  const clear = {
    ...inColour({ ...plain, highlight: layer.highlight }, "#00000000"),
    id: `${layer.id}.behind`,
  };
  const highlight = layer.highlight ? [clear] : [];
  const whole = (content: string) => svgDocument(area, content, scale);
  const inOne = async (color: string) =>
    whole(await painted([{ ...inColour(plain, color), opacity: 1 }], { siblings: false, opacity: false }));
  const words = layer.runs.map(({ text }) => text).join("");
  const letters = await inOne("#000000");
  const whiteLetters = EMOJI.test(words) ? await inOne("#ffffff") : null;
  if (!layer.shadow) {
    const all: Kept = { siblings: true, opacity: true };
    return {
      behind: whole(below + (await painted(highlight, all))),
      whole: whole(below + (await painted([...highlight, plain], all))),
      letters,
      whiteLetters,
    };
  }
  // The shadow falls on what lies below and under the letters, so these are painted one after the other.
  const own: Kept = { siblings: false, opacity: true };
  const under = below + (await painted([], { siblings: true, opacity: true }));
  const shade = blurred(await painted([castOf(layer, layer.shadow)], own), layer.shadow.blur, area);
  const behind = under + shade + (await painted(highlight, own));
  return {
    behind: whole(behind),
    whole: whole(behind + (await painted([plain], own))),
    letters,
    whiteLetters,
  };
}

/** What stays of the groups around a text: what lies under it in them, and how opaque they are. */
type Kept = { siblings: boolean; opacity: boolean };

/** The top layers to paint so that `layers` stand in the place of the text. */
function within(
  ancestors: readonly ResolvedLayer[],
  text: ResolvedLayer,
  layers: readonly ResolvedLayer[],
  { siblings, opacity }: Kept,
): ResolvedLayer[] {
  let inner = [...layers];
  let inside: ResolvedLayer = text;
  for (const group of ancestors.toReversed()) {
    if (group.type !== "group") continue;
    const at = group.children.indexOf(inside);
    const kept = group.children.slice(0, siblings ? at : group.masked ? 1 : 0);
    const effects = { ...(opacity ? {} : { opacity: 1 }), ...(siblings ? {} : { shadow: null }) };
    inside = group;
    inner = [{ ...group, ...effects, children: [...kept, ...inner] }];
  }
  return inner;
}

/** The letters and the highlight in the colour of their shadow, where it falls. */
function castOf(layer: TextLayer, { x, y, color }: Shadow): TextLayer {
  const shift = applyToVector(rotationAbout({ x: 0, y: 0 }, layer.rotation), { x, y });
  return {
    ...inColour(layer, color),
    id: `${layer.id}.shade`,
    x: layer.x + shift.x,
    y: layer.y + shift.y,
    shadow: null,
    stroke: layer.stroke && { ...layer.stroke, color },
    highlight: layer.highlight && { ...layer.highlight, color },
  };
}

/** Blurred as the painter blurs shadows: twice the standard deviation (CSS Backgrounds 3, 6.1.1). */
function blurred(svg: string, blur: number, { x, y, width, height }: Rect): string {
  if (blur === 0) return svg;
  // Three standard deviations beyond the picture there is nothing that darkens it.
  const reach = blur * 1.5;
  const region = `x="${x - reach}" y="${y - reach}" width="${width + 2 * reach}" height="${height + 2 * reach}"`;
  const filter = `<filter id="letters-shade" filterUnits="userSpaceOnUse" ${region} color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${blur / 2}"/></filter>`;
  return `${filter}<g filter="url(#letters-shade)">${svg}</g>`;
}

function inColour(layer: TextLayer, color: string): TextLayer {
  return {
    ...layer,
    fill: null,
    style: { ...layer.style, color },
    runs: layer.runs.map(({ text, style }) => ({ text, style: { ...style, color } })),
  };
}
