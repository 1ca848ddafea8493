import { z } from "zod";
import { newId, newPictureKey } from "@/lib/accounts/ids";
import type { Scope } from "@/lib/accounts/scope";
import { seal } from "@/lib/server/sealed-secret";
import { requirePictureRoom } from "@/lib/usage/storage-quota";
import { transaction } from "../db";
import { addJob } from "../jobs/add-job";
import { prepareImage, renderImageInput } from "../render-image";
import { IMAGE_SELECT, type ImageItem, imageItem } from "./image-item";

const DAY_MS = 24 * 60 * 60_000;

/** How long a picture stays at its address. */
export const IMAGES_KEPT_MS = 30 * DAY_MS;

/** Painting that fails because there is no room is tried again for about two minutes. */
const MOST_TRIES = 5;

/** A picture whose asker did not come to making it is left to the job after so long. */
const LEFT_BEHIND_MS = 30_000;

/** Text that the database can hold. */
const storable = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !/[\0\p{Cs}]/u.test(text), "Expected text without U+0000 and halves of characters.");

export const metadataInput = z
  .record(storable(40).min(1), storable(500))
  .refine((given) => Object.keys(given).length <= 20, "At most 20 entries.");

export const askForImageInput = renderImageInput.extend({
  delivery: z
    .enum(["bytes", "url", "async"])
    .default("bytes")
    .describe(
      "`bytes`: the picture itself. `url`: its address, where it stays for 30 days. `async`: at once, with where it will be; `getImage` and webhooks say when.",
    ),
  metadata: metadataInput
    .default({})
    .describe(
      "What you want to find again in answers and webhooks, such as an order number. Kept as it is: no personal data. Not for `bytes`.",
    ),
});
export type AskForImageInput = z.infer<typeof askForImageInput>;

/**
 * Takes a request for a picture that is kept. What cannot be made is refused now; what can is made by a job, from the
 * published version of this moment, or from the draft as it is when the job comes to it. The values lie encrypted until it is done. `awaited`: whoever asks makes it at once, and the
 * job is there for when they do not come to it.
 */
export async function askForImage(
  scope: Scope,
  input: AskForImageInput,
  { awaited = false, now = new Date() }: { awaited?: boolean; now?: Date } = {},
): Promise<ImageItem> {
  const { projectId, versionId } = await prepareImage(scope, input);
  await requirePictureRoom(scope);
  const { templateId, format, size, scale, maxKilobytes, metadata, values } = input;
  const id = newId("img");
  return transaction(async (tx) => {
    const row = await tx.image.create({
      data: {
        id,
        workspaceId: scope.workspaceId,
        projectId,
        templateId,
        versionId,
        format,
        output: {
          scale,
          ...(size === undefined ? {} : { size }),
          ...(maxKilobytes === undefined ? {} : { maxKilobytes }),
        },
        metadata,
        awaited,
        values: seal("picture-values", id, JSON.stringify(values)),
        key: newPictureKey(),
        createdById: scope.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + IMAGES_KEPT_MS),
      },
      select: IMAGE_SELECT,
    });
    const runAt = new Date(now.getTime() + (awaited ? LEFT_BEHIND_MS : 0));
    // One after the other for each workspace, so that a thousand of one leave room for those of others.
    const queue = `pictures ${scope.workspaceId}`;
    await addJob(tx, "finish_image", { imageId: id }, { queue, mostTries: MOST_TRIES, runAt });
    return imageItem(row);
  });
}
