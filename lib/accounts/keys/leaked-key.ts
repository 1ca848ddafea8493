import { db } from "@/lib/server/db";
import { hashOfKey } from "./key-text";

/** Marks a key that came where logs and caches keep it, so that its workspace sees that it should be replaced. */
export async function noteLeakedKey(text: string, now = new Date()): Promise<void> {
  await db().apiKey.updateMany({ where: { hash: hashOfKey(text) }, data: { leakedAt: now } });
}
