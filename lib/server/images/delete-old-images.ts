import { db } from "../db";
import { storage } from "../storage";

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
      select: { id: true, storageKey: true },
    });
    for (const { storageKey } of rows) if (storageKey !== null) await storage().remove(storageKey);
    const { count } = await db().image.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    deleted += count;
    if (rows.length < step) return deleted;
  }
}
