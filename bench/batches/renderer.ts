import { childEntry } from "@/lib/render/decode/child-entry";
import { createPaintPool, paintThreads } from "@/lib/render/engine/paint-pool";
import { createRenderEngine } from "@/lib/render/engine/render-engine";
import { pictureLoaders } from "@/lib/render/picture-loaders";
import { createPictureMaker } from "@/lib/render/picture-maker";
import { prepareImage, renderImageInput } from "@/lib/server/render-image";
import { storageFolder } from "@/lib/server/storage";
import { valuesOf, type World } from "./world";

/** Pictures that are no measure: threads compile code while they work. */
const WARM_UP = 300;

/** Turns that no batch uses. */
const FIRST_TURN = 5_000_000;

/** Pictures of new values a second that the renderer itself makes with all threads, with nothing around it. */
export async function rendererRate({ scope, templateId }: World, pictures: number): Promise<number> {
  const { link } = await prepareImage(scope, renderImageInput.parse({ templateId }));
  const threads = paintThreads();
  const entry = childEntry("paint-worker");
  // As for batches: a machine that is busy with something else is slow, and no reason to stop.
  const patience = { taskMs: 120_000, patienceMs: 600_000 };
  const pool = createPaintPool({ entry, storage: storageFolder(), threads, ...patience });
  const maker = createPictureMaker({
    engine: createRenderEngine(pool.run),
    loaders: pictureLoaders(),
    families: async () => [],
    store: null,
    countRender: async () => true,
    secret: "bench",
    now: Date.now,
    cacheBytes: 8 * 1024 * 1024,
  });
  let turn = FIRST_TURN;
  async function make(until: number): Promise<void> {
    while (turn < until) {
      const values = valuesOf(turn++);
      const named = await maker.name(link, values, { format: "jpg", size: null, scale: 1, kilobytes: null });
      await named.paint();
    }
  }
  const all = (until: number) => Promise.all(Array.from({ length: 4 * threads }, () => make(until)));
  await all(FIRST_TURN + WARM_UP);
  const started = performance.now();
  await all(FIRST_TURN + WARM_UP + pictures);
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return pictures / seconds;
}
