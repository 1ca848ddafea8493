import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPainter, type Painter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { processWide } from "@/lib/server/process-registry";

/** The painter of this process. Fonts are the files the browser is served, read when first needed. */
export function painterNode(): Promise<Painter> {
  return processWide("painter", async () =>
    createPainter({
      satori: await satoriNode(),
      loadFont: (file) => readFile(join(process.cwd(), "public", file)),
    }),
  );
}
