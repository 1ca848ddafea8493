import type { CountdownShown, ResolvedCountdownLayer } from "@/lib/template/layers/countdown";
import { imageEntry } from "@/lib/template/layers/image";
import { type TextLayer, type TextStyle, textEntry } from "@/lib/template/layers/text";
import { LIMITS } from "@/lib/template/limits";
import type { ResolvedImageLayer } from "@/lib/template/resolved";
import { type Bounds, boundsInParent, growBounds, unionBounds } from "../bounds";
import { countdownFrame, labelStyleOf, type Words } from "../countdown/countdown-frame";
import { colourAttributes } from "../svg/colour";
import { curvedRect } from "../svg/curved-rect";
import { fillPaint } from "../svg/fill-paint";
import { px } from "../svg/numbers";
import { placed } from "../svg/placed";
import type { Box } from "../svg/rounded-rect";
import type { LayerPainter, PaintContext, Painted } from "./layer-painter";

type DigitsShown = Extract<CountdownShown, { kind: "digits" }>;

/** Digits in places that are all as wide as the widest digit, with labels and boxes; or what stands there when the time is over. */
export const countdownPainter: LayerPainter<ResolvedCountdownLayer> = {
  paint(layer, context) {
    switch (layer.shown.kind) {
      case "digits":
        return paintDigits(layer, layer.shown, context);
      case "phrase":
        return paintPhrase(layer, layer.shown.text, context);
      case "picture":
        return context.paintChild(pictureLayer(layer, layer.shown.assetId));
    }
  },
  texts(layer) {
    switch (layer.shown.kind) {
      case "digits": {
        const { separator, shown } = layer;
        const labels = shown.units.map(({ label }) => label).join("\n");
        return [
          measured(layer, layer.style, `${DIGITS}\n${separator}`),
          measured(layer, labelStyleOf(layer), labels),
        ];
      }
      case "phrase":
        return [phraseLayer(layer, layer.shown.text)];
      case "picture":
        return [];
    }
  },
  sources: ({ shown }) => (shown.kind === "picture" ? [{ kind: "asset", assetId: shown.assetId }] : []),
};

/** Every digit on a line of its own. */
const DIGITS = Array.from("0123456789").join("\n");

async function paintDigits(
  layer: ResolvedCountdownLayer,
  { units }: DigitsShown,
  context: PaintContext,
): Promise<Painted> {
  const { id, separator, style } = layer;
  const labelStyle = labelStyleOf(layer);
  const widest = (text: string, of: TextStyle) => context.layoutText(measured(layer, of, text)).width;
  const frame = countdownFrame(layer, units, {
    digit: widest(DIGITS, style),
    separator: separator === "" ? 0 : widest(separator, style),
    label: (text) => (text === "" ? 0 : widest(text, labelStyle)),
  });
  const words = await Promise.all([
    ...frame.digits.map((each, index) => paintWords(each, `${id}.digit${index}`, style, context)),
    ...frame.labels.map((each, index) => paintWords(each, `${id}.label${index}`, labelStyle, context)),
  ]);
  const boxes = frame.boxes.map((box, index) => paintBox(layer, box, `${id}.box${index}`));
  const svg = [...boxes, ...words.map((each) => each.svg)].join("");
  return { svg, ink: svg === "" ? null : unionBounds([reachOf(layer), ...words.map(({ ink }) => ink)]) };
}

function paintBox({ fill, stroke, radius }: ResolvedCountdownLayer, box: Box, id: string): string {
  if (!fill && !stroke) return "";
  const { attributes, definition } = fillPaint(fill, box.width, box.height, id);
  const line = stroke ? strokeAttributes(stroke) : "";
  const data = curvedRect({ ...box, x: 0, y: 0 }, radius);
  return placed(`${definition}<path d="${data}" ${attributes}${line}/>`, { ...box, rotation: 0 });
}

/** How far boxes and what stands in them reach. */
function reachOf({ width, height, stroke }: ResolvedCountdownLayer): Bounds {
  return growBounds({ left: 0, top: 0, right: width, bottom: height }, (stroke?.width ?? 0) / 2);
}

/** In one box, where digits have boxes: their colour was chosen for these. */
async function paintPhrase(
  layer: ResolvedCountdownLayer,
  text: string,
  { paintChild }: PaintContext,
): Promise<Painted> {
  const words = phraseLayer(layer, text);
  const { svg, ink } = await paintChild(words);
  const whole = { x: 0, y: 0, width: layer.width, height: layer.height };
  const box = layer.boxes === "none" ? "" : paintBox(layer, whole, `${layer.id}.box`);
  const all = box + placed(svg, words);
  const reach = box === "" ? null : reachOf(layer);
  return { svg: all, ink: unionBounds([reach, ink && boundsInParent(ink, words)]) };
}

async function paintWords(
  { text, fontSize, ...box }: Words,
  id: string,
  style: TextStyle,
  { paintChild }: Pick<PaintContext, "paintChild">,
): Promise<Painted> {
  const scale = fontSize / style.fontSize;
  const blank = textEntry.blank(id, box);
  const layer: TextLayer = {
    ...blank,
    ...box,
    runs: [{ text, style: {} }],
    style: { ...style, fontSize, letterSpacing: style.letterSpacing * scale },
    verticalAlign: "middle",
    lineHeight: 1,
    fit: "fixed",
  };
  const { svg, ink } = await paintChild(layer);
  return {
    svg: placed(svg, layer),
    ink: ink && boundsInParent(ink, layer),
  };
}

/** A text that nothing breaks or shrinks, to load its font and to measure it. */
function measured({ id }: ResolvedCountdownLayer, style: TextStyle, text: string): TextLayer {
  const room = { x: 0, y: 0, width: LIMITS.coordinate, height: LIMITS.coordinate };
  const blank = textEntry.blank(`${id}.text`, room);
  return { ...blank, ...room, runs: [{ text, style: {} }], style, fit: "fixed", lineHeight: 1 };
}

/** The phrase as large as digits are, or as fits the box. */
function phraseLayer(layer: ResolvedCountdownLayer, text: string): TextLayer {
  const { id, width, height, style, boxes } = layer;
  const inset = boxes === "none" ? 0 : Math.min(layer.padding, width / 4, height / 4);
  const box = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
  return {
    ...textEntry.blank(`${id}.phrase`, box),
    ...box,
    runs: [{ text, style: {} }],
    style,
    lineHeight: 1.15,
    fit: "shrink",
    minFontSize: Math.min(style.fontSize, 10),
  };
}

function pictureLayer({ id, width, height }: ResolvedCountdownLayer, assetId: string): ResolvedImageLayer {
  const box = { x: 0, y: 0, width, height };
  return {
    ...imageEntry.blank(`${id}.picture`, box),
    ...box,
    source: { kind: "asset", assetId },
    fit: "contain",
  };
}

function strokeAttributes({ color, width, dash }: NonNullable<ResolvedCountdownLayer["stroke"]>): string {
  const pattern = {
    solid: "",
    dashed: ` stroke-dasharray="${px(width * 3)} ${px(width * 2)}"`,
    dotted: ` stroke-dasharray="0 ${px(width * 2)}" stroke-linecap="round"`,
  }[dash];
  return ` ${colourAttributes("stroke", color)} stroke-width="${px(width)}"${pattern}`;
}
