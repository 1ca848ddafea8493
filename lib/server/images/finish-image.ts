import { AppError } from "@/lib/errors";
import { unseal } from "@/lib/server/sealed-secret";
import { findVariant } from "@/lib/template/variants";
import { emitWebhookEvent } from "@/lib/webhooks/emit-webhook-event";
import { db, transaction } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { log } from "../log";
import {
  countImage,
  type ImageOutput,
  type PreparedImage,
  paintImage,
  prepareKept,
  renderImageInput,
} from "../render-image";
import { storage } from "../storage";
import { IMAGE_SELECT, type ImageItem, imageFormat, imageItem } from "./image-item";
import { pictureFile } from "./picture-file";

const storedOutput = renderImageInput.pick({ size: true, scale: true, maxKilobytes: true });

/**
 * Makes a picture that was asked for, and puts it where its address leads. Beginning it twice, at the same time too,
 * gives one picture and one event. @throws AppError `unavailable` when there is no room to paint, unless it is the last
 * try: then the picture has failed
 */
export async function finishImage(id: string, { isLast }: { isLast: boolean }): Promise<void> {
  const row = await db().image.findUnique({ where: { id } });
  if (row === null || row.state !== "pending" || row.values === null) return;
  try {
    const sealed = unseal("picture-values", id, row.values);
    if (sealed === null) {
      throw new AppError("gone", "The values were kept under another NEXTAUTH_SECRET. Ask for it again.");
    }
    const values = renderImageInput.shape.values.parse(JSON.parse(sealed));
    const output = { ...storedOutput.parse(row.output), format: imageFormat.parse(row.format) };
    const prepared = await prepareKept(row);
    const { bytes, missing } = await paintImage(prepared, values, output);
    const storageKey = pictureFile(row);
    await storage().put(storageKey, bytes);
    const { width, height } = sizeOf(prepared, output);
    const made = { width, height, bytes: bytes.length, storageKey, missing };
    // Whoever made it beside us has counted it.
    if (await settle(id, { state: "ready", ...made })) countImage(prepared);
  } catch (error) {
    const known = error instanceof AppError ? error : null;
    const mayPass = known === null || known.code === "unavailable" || known.code === "storage_full";
    if (mayPass && !isLast) throw error;
    if (known === null) log().error({ err: error, image: id }, "a picture could not be made");
    await settle(id, {
      state: "failed",
      errorCode: known?.code ?? "internal",
      errorDetail: known?.message ?? "Something went wrong on our side. Ask for it again.",
    });
  }
}

type Outcome =
  | {
      state: "ready";
      width: number;
      height: number;
      bytes: number;
      storageKey: string;
      missing: string | null;
    }
  | { state: "failed"; errorCode: string; errorDetail: string };

/** Writes down how it ended and tells of it, once; the values go. Gives whether it did so now. */
async function settle(id: string, outcome: Outcome): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.image.updateMany({
      where: { id, state: "pending" },
      data: {
        ...outcome,
        values: null,
        finishedAt: new Date(),
      } satisfies Prisma.ImageUpdateManyMutationInput,
    });
    if (count === 0) return false;
    const row = await tx.image.findUniqueOrThrow({
      where: { id },
      select: { ...IMAGE_SELECT, workspaceId: true },
    });
    const { workspaceId, ...shown } = row;
    await emitWebhookEvent(tx, workspaceId, eventOf(imageItem(shown)));
    return true;
  });
}

function eventOf(image: ImageItem) {
  const { id, templateId, projectId, versionId, format, metadata, url, width, height, bytes } = image;
  const facts = { id, templateId, projectId, versionId, format, metadata };
  if (image.error !== null) {
    return { type: "image.failed", data: { ...facts, error: image.error } } as const;
  }
  const made = { url, width: width ?? 0, height: height ?? 0, bytes: bytes ?? 0 };
  return {
    type: "image.rendered",
    data: { ...facts, ...made, expiresAt: image.expiresAt.toISOString() },
  } as const;
}

/** A picture that is still not made after so long will not be: whatever was to make it died of it. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/** Gives up pictures that nobody makes any more, and tells of it. Gives how many. */
export async function giveUpForgotten(now: Date): Promise<number> {
  const rows = await db().image.findMany({
    where: { state: "pending", createdAt: { lt: new Date(now.getTime() - FORGOTTEN_MS) } },
    take: 1_000,
    select: { id: true },
  });
  const errorDetail = "It could not be made within a day. Ask for it again.";
  for (const { id } of rows) await settle(id, { state: "failed", errorCode: "internal", errorDetail });
  return rows.length;
}

/** Size in px of the canvas times the scale that was asked for. */
function sizeOf({ link }: PreparedImage, { size, scale }: ImageOutput): { width: number; height: number } {
  const canvas =
    (size === undefined ? undefined : findVariant(link.document.variants, size)) ?? link.document;
  return { width: canvas.width * scale, height: canvas.height * scale };
}
