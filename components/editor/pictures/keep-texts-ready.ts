import type { Painter } from "@/lib/paint/painter";
import { ENTRIES } from "@/lib/template/registry";
import { idle } from "../problems/idle";

/**
 * Loads the fonts that new texts are set in once the page is at rest: a text that is added without a connection is
 * painted all the same. What does not load now is asked for again when it is needed.
 */
export async function keepTextsReady(painter: Promise<Painter>): Promise<void> {
  const canvas = { width: 600, height: 400 };
  const layers = ENTRIES.text.presets.map(({ id, create }) => create(id, canvas));
  const { prepare } = await painter;
  await idle();
  await prepare({ layers });
}
