import type { Scope } from "@/lib/accounts/scope";
import { AppError, ERROR_STATUS, type ErrorCode } from "@/lib/errors";
import { db } from "../db";
import { finishImage } from "./finish-image";
import type { ImageItem } from "./image-item";
import { loadImage } from "./load-images";

/**
 * A picture that was just taken on: made now where somebody waits for it, and as it stands where nobody does.
 * @throws AppError saying why it cannot be made
 */
export async function waitForImage(scope: Scope, id: string): Promise<ImageItem> {
  const image = await loadImage(scope, id);
  const { awaited } = await db().image.findUniqueOrThrow({ where: { id }, select: { awaited: true } });
  if (!awaited) return image;
  if (image.state === "pending") await finishImage(id, { isLast: false });
  const done = image.state === "pending" ? await loadImage(scope, id) : image;
  if (done.error === null) return done;
  const { code, detail } = done.error;
  if (isErrorCode(code)) throw new AppError(code, detail);
  throw new Error(`The picture ${id} could not be made.`);
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_STATUS, code);
}
