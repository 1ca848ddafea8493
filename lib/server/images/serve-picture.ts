import { LRUCache } from "lru-cache";
import { type BatchPicture, findBatchPicture } from "@/lib/batches/find-batch-picture";
import type { ImageHandler } from "@/lib/render/image-handler";
import {
  isRead,
  lastReply,
  notAllowed,
  type PictureRequest,
  type Reply,
  replyTo,
} from "@/lib/render/image-response";
import { TRANSPARENT_PIXEL } from "@/lib/render/transparent-pixel";
import { db } from "../db";
import { log } from "../log";
import { processWide } from "../process-registry";
import { storage } from "../storage";
import { parsePicturePath } from "./picture-address";

/** Kept pictures never change; how long others may keep theirs, s. They are gone here after 30 days. */
const KEPT_ELSEWHERE_S = 24 * 60 * 60;

/**
 * Answers `/p/{key}.{format}`, the address of a kept picture: always with a picture. One that is not there, not ready
 * or over is a transparent pixel; the status says which of the three.
 */
export async function servePicture(request: PictureRequest, now = new Date()): Promise<Reply> {
  if (!isRead(request)) return notAllowed();
  try {
    const ofBatch = await findBatchPicture(request.target);
    if (ofBatch !== null) {
      // What is not made yet, or deleted, has no file.
      const isThere = ofBatch.expiresAt > now && (await storage().has(ofBatch.storageKey));
      return isThere ? await kept(request, ofBatch, now) : nothing(request, 200);
    }
    const address = parsePicturePath(request.target);
    const row = address && (await findPicture(address.key));
    if (address === null || row === null || row.format !== address.format) return nothing(request, 404);
    const { id, state, storageKey, expiresAt } = row;
    // What was there once is in mails and pages that are still opened.
    if (state !== "ready" || storageKey === null || expiresAt <= now) return nothing(request, 200);
    return await kept(request, { id, storageKey, format: address.format, expiresAt }, now);
  } catch (error) {
    log().error({ err: error }, "a kept picture failed");
    return lastReply(request);
  }
}

async function kept(
  request: PictureRequest,
  { id, format, storageKey, expiresAt }: BatchPicture,
  now: Date,
): Promise<Reply> {
  const bytes = await storage().get(storageKey);
  const picture = { bytes, quality: null, kilobytes: null };
  const answer = { status: 200, format, etag: id, reason: null, picture, settled: true } as const;
  const reply = replyTo(request, answer, { key: id, format });
  const seconds = Math.min(KEPT_ELSEWHERE_S, Math.floor((expiresAt.getTime() - now.getTime()) / 1000));
  reply.headers["Cache-Control"] = `public, max-age=${seconds}, immutable`;
  return reply;
}

type PictureRow = { id: string; state: string; format: string; storageKey: string | null; expiresAt: Date };

/** A picture that is ready stays as it is, so that it is asked for once, and shown also while the database is away. */
async function findPicture(key: string): Promise<PictureRow | null> {
  const known = processWide("kept-picture-rows", () => new LRUCache<string, PictureRow>({ max: 20_000 }));
  const remembered = known.get(key);
  if (remembered) return remembered;
  const row = await db().image.findUnique({
    where: { key },
    select: { id: true, state: true, format: true, storageKey: true, expiresAt: true },
  });
  if (row?.state === "ready") known.set(key, row);
  return row;
}

function nothing(request: PictureRequest, status: 200 | 404): Reply {
  return replyTo(
    request,
    {
      status,
      format: "png",
      etag: "none",
      reason: status === 404 ? "unknown" : "deleted",
      picture: { bytes: TRANSPARENT_PIXEL, quality: null, kilobytes: null },
      settled: false,
    },
    null,
  );
}

/** The handler of links, with kept pictures beside it. */
export function withKeptPictures(links: ImageHandler["handle"]): ImageHandler["handle"] {
  return (request) => (/^\/p\//i.test(request.target) ? servePicture(request) : links(request));
}
