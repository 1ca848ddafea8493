import type { ImageBook, Painter } from "@/lib/paint/painter";
import { paintPieces } from "@/lib/render/compile/paint-pieces";
import { paintFrame } from "@/lib/render/compile/plates";
import { encodeFrame } from "@/lib/render/encode/encode-frame";
import type { PaintTask, TaskKind } from "@/lib/render/engine/paint-task";
import { createRenderEngine, type RunTask } from "@/lib/render/engine/render-engine";
import { runHere } from "@/lib/render/engine/run-here";
import { sourceKey } from "@/lib/render/engine/source-key";
import { median } from "../figures";
import type { Format } from "./contender";
import type { Asking } from "./nameplate";
import type { Scene } from "./scene";

/** Steps of one cold picture, medians in ms. `rest` is what the engine takes beside them. */
export type Breakdown = Record<"resolve" | "layout" | "svg" | "raster" | "blend" | "encode" | "rest", number>;

/** Rounds that are not counted. */
const WARM_UP = 6;

/** Takes a cold picture apart: the engine runs once for the whole, then its steps run one by one on the same values. */
export async function breakDown(
  scene: Scene,
  painter: Painter,
  asking: Asking,
  format: Format,
  rounds: number,
): Promise<Breakdown> {
  const seen: { task: PaintTask<"picture"> | null } = { task: null };
  const here = runHere(async () => painter);
  const run: RunTask = (asked, urgency) => {
    if (isPicture(asked)) seen.task = asked;
    return here(asked, urgency);
  };
  const engine = createRenderEngine(run);
  const steps: Breakdown[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const clock = stopwatch();
    const request = asking(scene.values(1_000_000 + round), format);
    const resolve = clock();
    await engine.render(request);
    const whole = clock();
    if (!seen.task) throw new Error("the engine painted nothing");
    const measured = await takeApart(painter, seen.task);
    const { layout, svg, raster, blend, encode } = measured;
    const rest = whole - layout - svg - raster - blend - encode;
    if (round >= 0) steps.push({ resolve, ...measured, rest });
  }
  const step = (name: keyof Breakdown) => median(steps.map((one) => one[name]));
  return {
    resolve: step("resolve"),
    layout: step("layout"),
    svg: step("svg"),
    raster: step("raster"),
    blend: step("blend"),
    encode: step("encode"),
    rest: step("rest"),
  };
}

function isPicture(task: { kind: TaskKind }): task is PaintTask<"picture"> {
  return task.kind === "picture";
}

async function takeApart(
  painter: Painter,
  task: PaintTask<"picture">,
): Promise<Omit<Breakdown, "resolve" | "rest">> {
  const { plates, slots, encoding, options } = task;
  const pictures = new Map(task.images);
  const image: ImageBook = (source) => pictures.get(sourceKey(source)) ?? null;
  const { width, height, scale } = plates;
  const canvas = { width: width / scale, height: height / scale, scale };
  const layers = slots.flat();
  const clock = stopwatch();
  for (const layer of layers) if (layer.type === "text") painter.layoutText(layer);
  const layout = clock();
  await Promise.all(layers.map((layer) => painter.placeLayer(layer, image)));
  const placed = clock();
  const painted = await Promise.all(slots.map((slot) => paintPieces(painter, slot, image, canvas)));
  const tiled = clock();
  let slot = 0;
  const frame = await paintFrame(painter, plates, slots, image, async () => painted[slot++] ?? []);
  const blend = clock();
  await encodeFrame(frame.raster, frame.changed, encoding, options);
  return { layout, svg: placed - layout, raster: tiled - placed, blend, encode: clock() };
}

/** A clock that gives the ms since it was asked last. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const taken = now - last;
    last = now;
    return taken;
  };
}
