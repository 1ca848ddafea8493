import { nodePainter } from "@/lib/paint/testing/node-painter";
import { resolveDocument } from "@/lib/template/resolve-document";
import type { Document } from "@/lib/template/schema";
import { paintPicture } from "../compile/paint-pieces";
import { layersByUnit, planVersion } from "../compile/plan";
import { compilePlates, paintFrame } from "../compile/plates";
import type { Raster } from "../encode/raster";

const painter = nodePainter();

export type PlatesVerdict = {
  /** Largest difference between plates with tiles and the whole document painted at once, of 255, alpha multiplied in. */
  difference: number;
  /** Largest difference from the plates' base in rows that are said to be unchanged. */
  outside: number;
  dynamicUnits: number;
};

/** Paints a document both ways, without pictures. `scale` in pixels to a px. */
export async function comparePlates(
  document: Document,
  values: Readonly<Record<string, string>>,
  scale = 1,
): Promise<PlatesVerdict> {
  const paint = await painter;
  const { document: resolved } = resolveDocument(document, values, { now: 0 });
  const plan = planVersion(document);
  const units = layersByUnit(plan, resolved.layers);
  const isDynamic = (index: number) => plan.units[index]?.dynamic === true;
  const { width, height, background } = resolved;
  const source = {
    width,
    height,
    background,
    scale,
    onWhite: false,
    units: units.map((unit, index) => (isDynamic(index) ? null : unit)),
  };
  const plates = await compilePlates(paint, source, () => null);
  const slots = units.filter((_, index) => isDynamic(index));
  const { raster, changed } = await paintFrame(paint, plates, slots, () => null);
  const whole = await paintPicture(paint, resolved, () => null, { scale, onWhite: false });
  const dirty = (y: number) => changed.some(({ top, bottom }) => y >= top && y < bottom);
  let outside = 0;
  const stride = plates.width * plates.channels;
  for (const [at, byte] of raster.data.entries()) {
    if (!dirty(Math.floor(at / stride))) outside = Math.max(outside, Math.abs(byte - (plates.base[at] ?? 0)));
  }
  return { difference: largestDifference(raster, whole), outside, dynamicUnits: slots.length };
}

function largestDifference(one: Raster, other: Raster): number {
  let most = 0;
  for (let pixel = 0; pixel < one.width * one.height; pixel += 1) {
    const [a, b] = [premultiplied(one, pixel), premultiplied(other, pixel)];
    for (let channel = 0; channel < 4; channel += 1) {
      most = Math.max(most, Math.abs((a[channel] ?? 0) - (b[channel] ?? 0)));
    }
  }
  return most;
}

function premultiplied({ channels, data }: Raster, pixel: number): number[] {
  const at = pixel * channels;
  const alpha = channels === 4 ? (data[at + 3] ?? 0) : 255;
  const colour = (offset: number) => ((data[at + offset] ?? 0) * alpha) / 255;
  return [colour(0), colour(1), colour(2), alpha];
}
