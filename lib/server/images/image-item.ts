import { z } from "zod";
import type { Scope } from "@/lib/accounts/scope";
import { ofTemplatesWithin } from "@/lib/accounts/within";
import { AppError } from "@/lib/errors";
import { IMAGE_FORMATS, type ImageFormat } from "@/lib/link/address";
import type { Metadata } from "@/lib/webhooks/webhook-events";
import { env } from "../env";
import type { Prisma } from "../generated/prisma/client";

/** A kept picture as programs see it. */
export type ImageItem = {
  id: string;
  state: "pending" | "ready" | "failed";
  templateId: string;
  projectId: string;
  versionId: string | null;
  format: ImageFormat;
  width: number | null;
  height: number | null;
  bytes: number | null;
  /** Where it is, once it is ready; known to whoever is told. */
  url: string;
  missing: string | null;
  error: { code: string; detail: string } | null;
  metadata: Metadata;
  createdAt: Date;
  expiresAt: Date;
};

export const IMAGE_SELECT = {
  id: true,
  state: true,
  templateId: true,
  projectId: true,
  versionId: true,
  format: true,
  width: true,
  height: true,
  bytes: true,
  key: true,
  missing: true,
  errorCode: true,
  errorDetail: true,
  metadata: true,
  createdAt: true,
  expiresAt: true,
} as const satisfies Prisma.ImageSelect;

type Row = Prisma.ImageGetPayload<{ select: typeof IMAGE_SELECT }>;

export const imageFormat = z.enum(IMAGE_FORMATS);
export const storedMetadata = z.record(z.string(), z.string());

export function imageItem({ key, errorCode, errorDetail, ...row }: Row): ImageItem {
  const format = imageFormat.parse(row.format);
  return {
    ...row,
    format,
    metadata: storedMetadata.parse(row.metadata),
    url: `${env().PUBLIC_URL}/p/${key}.${format}`,
    error: errorCode === null ? null : { code: errorCode, detail: errorDetail ?? "" },
  };
}

/** Pictures within reach: of templates that are. */
export function imagesWithin(scope: Scope, now: Date) {
  return { ...ofTemplatesWithin(scope), expiresAt: { gt: now } } satisfies Prisma.ImageWhereInput;
}

export function imageNotFound(): AppError {
  return new AppError("not_found", "There is no such picture in this workspace. They are kept for 30 days.");
}
