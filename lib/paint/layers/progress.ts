import { type ProgressLayer, progressShare } from "@/lib/template/layers/progress";
import { fillPaint } from "../svg/fill-paint";
import { px } from "../svg/numbers";
import { ringSector } from "../svg/ring-sector";
import { roundedRect } from "../svg/rounded-rect";
import type { LayerPainter, Painted } from "./layer-painter";

/**
 * A track and the filled part of it. Gradients run over the whole bar or ring, so that more of them shows as it fills.
 * The straight or round end of a bar never leaves the track.
 */
export const progressPainter: LayerPainter<ProgressLayer> = {
  paint: (layer) => (layer.kind === "bar" ? paintBar(layer) : paintRing(layer)),
};

function paintBar(layer: ProgressLayer): Painted {
  const { width, height, radius, id } = layer;
  const share = progressShare(layer);
  const outline = roundedRect({ x: 0, y: 0, width, height }, radius);
  const track = layer.track ? filled(outline, layer, "track") : "";
  const clip = `${id}.clip`;
  const part =
    share === 1
      ? filled(outline, layer, "fill")
      : `<clipPath id="${clip}"><path d="${outline}"/></clipPath><g clip-path="url(#${clip})">${filled(partOf(layer, share), layer, "fill")}</g>`;
  const svg = track + (share === 0 ? "" : part);
  return { svg, ink: svg === "" ? null : { left: 0, top: 0, right: width, bottom: height } };
}

/** What of a bar is filled, before the track cuts it: the track itself drawn back, or a piece of the box. */
function partOf({ width, height, radius, direction, roundCaps }: ProgressLayer, share: number): string {
  const isLevel = direction === "right" || direction === "left";
  const isForward = direction === "right" || direction === "down";
  const rest = (1 - share) * (isLevel ? width : height);
  if (roundCaps) {
    const shift = isForward ? -rest : rest;
    return roundedRect({ x: isLevel ? shift : 0, y: isLevel ? 0 : shift, width, height }, radius);
  }
  const start = isForward ? 0 : rest;
  const box = isLevel
    ? { x: start, y: 0, width: width - rest, height }
    : { x: 0, y: start, width, height: height - rest };
  return roundedRect(box, 0);
}

function paintRing(layer: ProgressLayer): Painted {
  const side = Math.min(layer.width, layer.height);
  const left = (layer.width - side) / 2;
  const top = (layer.height - side) / 2;
  const sweep = progressShare(layer) * 360;
  const ring = {
    centreX: side / 2,
    centreY: side / 2,
    outer: side / 2,
    inner: Math.max(0, side / 2 - layer.thickness),
    round: layer.roundCaps,
  };
  const square = { ...layer, width: side, height: side };
  const track = layer.track ? filled(ringSector({ ...ring, from: 0, sweep: 360 }), square, "track") : "";
  const from = layer.clockwise ? layer.startAngle : layer.startAngle - sweep;
  const part = sweep === 0 ? "" : filled(ringSector({ ...ring, from, sweep }), square, "fill");
  if (track + part === "") return { svg: "", ink: null };
  return {
    svg: `<g transform="translate(${px(left)} ${px(top)})">${track}${part}</g>`,
    ink: { left, top, right: left + side, bottom: top + side },
  };
}

function filled(data: string, layer: ProgressLayer, name: "track" | "fill"): string {
  const { attributes, definition } = fillPaint(layer[name], layer.width, layer.height, `${layer.id}.${name}`);
  return `${definition}<path d="${data}" ${attributes}/>`;
}
