import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { createPainter, type Painter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { type PaintPool, paintPool } from "@/lib/render/engine/paint-pool";
import { createRenderEngine } from "@/lib/render/engine/render-engine";
import { runHere } from "@/lib/render/engine/run-here";
import { replaceEnv } from "@/lib/server/env";
import { canvas, registerCanvasFonts } from "./canvas";
import { type Contender, FORMATS } from "./contender";
import { type Material, makeMaterial } from "./material";
import { askingFor, nameplate } from "./nameplate";
import { satoriDraw, satoriResvg, satoriSharp } from "./satori";
import { JPEG_QUALITY, type Scene } from "./scene";
import { takumi, takumiRenderer } from "./takumi";

/** In painting threads, the way there and back included, as the server makes every picture. */
export const OURS = "Nameplate";
/** The same work in the thread of the benchmark, among what the others leave behind in it. */
export const OURS_HERE = "Nameplate, in this thread";
export const RESVG = "satori + resvg";
export const SHARP = "satori + sharp";
export const TAKUMI = "takumi";
export const CANVAS = "@napi-rs/canvas";
export const FLOOR = "sharp, encoding alone";

/** A painter of our own as the server has it, over the fonts of this project. */
export async function ownPainter(): Promise<Painter> {
  return createPainter({ satori: await satoriNode(), loadFont: (file) => readFile(join("public", file)) });
}

/** The painting threads as the server sets them up. They need no database; its settings are still checked. */
export function ownPool(): PaintPool {
  replaceEnv({ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" });
  return paintPool();
}

/** What all contenders share, and what each opens for itself when it is first asked for. */
export type Stage = {
  material: Material;
  painter: Painter;
  /** All contenders for a scene, or the one of a name. */
  contenders: (scene: Scene, only?: string) => Promise<Contender[]>;
  close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const [material, painter] = await Promise.all([makeMaterial(), ownPainter()]);
  const here = createRenderEngine(runHere(async () => painter));
  const pool = once(async () => ownPool());
  const pooled = once(async () => createRenderEngine((await pool()).run));
  const renderer = once(takumiRenderer);
  const fonts = once(async () => registerCanvasFonts());
  const draw = once(() => satoriDraw(material, painter));
  const ours = (scene: Scene) => nameplate(OURS_HERE, here, askingFor(scene, material));
  const makers: Record<string, (scene: Scene) => Promise<Contender>> = {
    [OURS]: async (scene) => nameplate(OURS, await pooled(), askingFor(scene, material)),
    [OURS_HERE]: async (scene) => ours(scene),
    [RESVG]: async (scene) => satoriResvg(RESVG, await draw(), scene),
    [SHARP]: async (scene) => satoriSharp(SHARP, await draw(), scene),
    [TAKUMI]: async (scene) => takumi(TAKUMI, await renderer(), scene, material),
    [CANVAS]: async (scene) => {
      await fonts();
      return canvas(CANVAS, scene, material);
    },
    [FLOOR]: (scene) => encodingAlone(ours(scene), scene),
  };
  return {
    material,
    painter,
    contenders: (scene, only) =>
      Promise.all(
        Object.entries(makers).flatMap(([name, make]) =>
          only === undefined || only === name ? [make(scene)] : [],
        ),
      ),
    close: async () => (await pool()).close(),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The floor: nothing is drawn, one finished frame is encoded each time, with sharp's own settings. */
async function encodingAlone(ours: Contender, scene: Scene): Promise<Contender> {
  const png = await ours.render(scene.values(0), "png");
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  return {
    name: FLOOR,
    formats: FORMATS,
    render: (_values, format) =>
      format === "png"
        ? sharp(data, { raw }).png().toBuffer()
        : sharp(data, { raw }).jpeg({ quality: JPEG_QUALITY }).toBuffer(),
  };
}
