import { db } from "../db";
import { storage } from "../storage";
import { pictureFile } from "./picture-file";

const STEP = 1_000;

/**
 * Deletes pictures whose time is over, the file first: what is left when it stops half-way is a row that the next run
 * finds. Gives how many.
 */
export async function deleteOldImages(now: Date, step = STEP): Promise<number> {
  for (let deleted = 0; ; ) {
    const rows = await db().image.findMany({
      where: { expiresAt: { lte: now } },
      orderBy: { expiresAt: "asc" },
      take: step,
      select: { id: true, workspaceId: true, format: true },
    });
    // Also where the row knows of no file: one was stored before what stored it died.
    for (const row of rows) await storage().remove(pictureFile(row));
    const { count } = await db().image.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    deleted += count;
    if (rows.length < step) return deleted;
  }
}
