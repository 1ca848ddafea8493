import type { ResolvedCountdownLayer } from "@/lib/template/layers/countdown";
import type { TextStyle } from "@/lib/template/layers/text";
import type { Box } from "../svg/rounded-rect";

/** A line's height as a multiple of its letters' size. */
const DIGIT_LINE = 1.15;
const LABEL_LINE = 1.35;

/** Room between boxes of neighbouring digits as a share of that between units. */
const BETWEEN_DIGITS = 0.3;

type Units = Extract<ResolvedCountdownLayer["shown"], { kind: "digits" }>["units"];

/** Text in a box of its own, px. */
export type Words = Box & { text: string; fontSize: number };

/** Where everything of a countdown stands in its layer's box, px. */
export type CountdownFrame = { boxes: Box[]; digits: Words[]; labels: Words[] };

export type Measures = {
  /** The widest digit in the style of digits at its full size, px, and the separator. */
  digit: number;
  separator: number;
  /** The widest label in the style of labels at its full size, px. */
  label(text: string): number;
};

/**
 * Lays a countdown out. Every digit has a place as wide as the widest one, units share the width by how many digits
 * they may need, and nothing depends on which digits there are: so nothing jumps from one second to the next.
 */
export function countdownFrame(
  layer: ResolvedCountdownLayer,
  units: Units,
  measures: Measures,
): CountdownFrame {
  const { width, height, boxes, labelPlace, style, labelStyle } = layer;
  const places = units.map(({ digits }) => Math.max(2, digits.length));
  const gaps = units.length - 1;
  const separated = layer.separator === "" ? 0 : measures.separator;
  const gap = gaps === 0 ? 0 : Math.min(Math.max(layer.gap, separated), width / (2 * gaps));
  const placeWidth = (width - gap * gaps) / places.reduce((sum, count) => sum + count, 0);
  const least = Math.min(...places) * placeWidth;
  const padding = boxes === "none" ? 0 : Math.min(layer.padding, least / 4, height / 4);

  const inner = boxes === "units" ? least - 2 * padding : least;
  const widest = labelPlace === "none" ? 0 : Math.max(...units.map(({ label }) => measures.label(label)));
  const labelSize = labelStyle.fontSize * Math.min(1, widest === 0 ? 1 : inner / widest);
  const labelHeight = widest === 0 ? 0 : Math.min(labelSize * LABEL_LINE, height / 2);

  // In boxes around units the padding is above and below all, else above and below digits.
  const digitsHeight = height - labelHeight - 2 * padding;
  const between = boxes === "digits" ? Math.min(layer.gap * BETWEEN_DIGITS, placeWidth / 4) : 0;
  const room = boxes === "units" ? inner / Math.min(...places) : placeWidth - between - padding;
  const perPx = measures.digit / style.fontSize;
  const fontSize = Math.max(1, Math.min(style.fontSize, digitsHeight / DIGIT_LINE, room / perPx));

  const digitsTop = padding + (labelPlace === "above" ? labelHeight : 0);
  const labelTop =
    labelPlace === "above"
      ? boxes === "units"
        ? padding
        : 0
      : height - labelHeight - (boxes === "units" ? padding : 0);
  const frame: CountdownFrame = { boxes: [], digits: [], labels: [] };
  let x = 0;
  for (const [index, { digits, label }] of units.entries()) {
    const count = places[index] ?? 2;
    const unit = count * placeWidth;
    if (boxes === "units") frame.boxes.push({ x, y: 0, width: unit, height });
    // Digits stand together in the middle, in boxes of their own as far apart as those.
    const pitch = boxes === "digits" ? placeWidth : fontSize * perPx;
    const written = [...digits];
    const first = x + (unit - pitch * written.length) / 2;
    for (const [at, digit] of written.entries()) {
      const place = { x: first + at * pitch, y: digitsTop, width: pitch, height: digitsHeight };
      if (boxes === "digits") {
        frame.boxes.push({
          x: place.x + between / 2,
          y: digitsTop - padding,
          width: pitch - between,
          height: digitsHeight + 2 * padding,
        });
      }
      frame.digits.push({ ...place, text: digit, fontSize });
    }
    if (labelHeight > 0 && label !== "") {
      frame.labels.push({
        x,
        y: labelTop,
        width: unit,
        height: labelHeight,
        text: label,
        fontSize: labelSize,
      });
    }
    x += unit + gap;
    if (layer.separator !== "" && index < gaps) {
      const place = { x: x - gap, y: digitsTop, width: gap, height: digitsHeight };
      frame.digits.push({ ...place, text: layer.separator, fontSize });
    }
  }
  return frame;
}

/** The style of labels: that of digits where labels have none of their own. */
export function labelStyleOf({
  style,
  labelStyle,
}: Pick<ResolvedCountdownLayer, "style" | "labelStyle">): TextStyle {
  return { ...style, letterSpacing: 0, underline: false, ...labelStyle };
}
