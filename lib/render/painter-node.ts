import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPainter, type Painter } from "@/lib/paint/painter";
import { satoriNode } from "@/lib/paint/satori-node";
import { processWide } from "@/lib/server/process-registry";
import { isUserFont, loadUserFont } from "./user-fonts";

/**
 * The painter of this process. Fonts are the files the browser is served, read when first needed: those of the
 * catalogue from the public folder, uploaded ones from storage.
 */
export function painterNode(): Promise<Painter> {
  return processWide("painter", async () =>
    createPainter({
      satori: await satoriNode(),
      loadFont: (file) =>
        isUserFont(file) ? loadUserFont(file) : readFile(join(process.cwd(), "public", file)),
    }),
  );
}
