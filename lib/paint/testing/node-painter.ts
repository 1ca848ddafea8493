import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPainter, type Painter } from "../painter";
import { satoriNode } from "../satori-node";

const PUBLIC = join(import.meta.dirname, "../../../public");

/** The painter as the server has it, over the fonts of this checkout. */
export async function nodePainter(): Promise<Painter> {
  return createPainter({ loadFont: (file) => readFile(join(PUBLIC, file)), satori: await satoriNode() });
}
