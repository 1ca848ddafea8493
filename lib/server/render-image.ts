import { z } from "zod";
import type { Reach, Scope } from "@/lib/accounts/scope";
import { AppError } from "@/lib/errors";
import { IMAGE_FORMATS, type ImageFormat } from "@/lib/link/address";
import { meaningfulValues } from "@/lib/link/literal-tag";
import { asBusy } from "@/lib/render/as-busy";
import { pictureMaker } from "@/lib/render/handle-image";
import type { LiveLink } from "@/lib/render/picture-maker";
import { LIMITS } from "@/lib/template/limits";
import { openDocument } from "@/lib/template/open-document";
import { findVariant } from "@/lib/template/variants";
import { keepUsage } from "@/lib/usage/process-usage";
import { usageCounts } from "@/lib/usage/usage-counts";
import { loadBrandKit } from "./brand/brand-kit";
import { openWithKit } from "./brand/open-with-kit";
import { db } from "./db";
import { loadImageHosts } from "./image-hosts";
import { liveTemplate, templateNotFound } from "./templates/find-template";
import { loadVersion } from "./templates/versions/find-version";

export const fieldValue = z.union([z.string().max(LIMITS.value), z.number(), z.boolean()]);

export const renderImageInput = z.strictObject({
  templateId: z.string().max(60),
  version: z
    .union([z.enum(["latest", "draft"]), z.number().int().min(1).max(2_000_000_000)])
    .default("latest")
    .describe("`latest`: what links show. `draft`: the design as it is edited. Or the number of a version."),
  values: z
    .record(z.string().max(80), fieldValue)
    .default({})
    .describe("What stands in the fields, by their keys. Left out or blank: the field’s fallback."),
  format: z
    .enum(IMAGE_FORMATS)
    .default("png")
    .describe("`gif` moves for a minute where the design counts down. `pdf` is a page of vectors."),
  size: z
    .string()
    .max(80)
    .optional()
    .describe("A size of the template: its id, its name, or such as `600x600`."),
  scale: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .default(1)
    .describe("Pixels to a px of the canvas."),
  maxKilobytes: z
    .number()
    .int()
    .min(20)
    .max(2000)
    .optional()
    .describe("The quality is lowered until the picture fits; 1 kB is 1,000 bytes."),
});
export type RenderImageInput = z.infer<typeof renderImageInput>;

export type RenderedImage = {
  bytes: Uint8Array;
  format: ImageFormat;
  /** Names the picture: equal names have equal bytes. */
  key: string;
  /** What of it did not load, so that it looks otherwise than designed; null: all did. */
  missing: "picture" | "font" | null;
};

/** A picture that can be made: what was asked for is there. Nothing is loaded or painted yet. */
export type PreparedImage = {
  link: LiveLink;
  projectId: string;
  /** The published version it shows; null: the draft. */
  versionId: string | null;
};

/** How a picture is written, of what a request says. */
export type ImageOutput = Pick<RenderImageInput, "format" | "size" | "scale" | "maxKilobytes">;

/**
 * Finds the design and sees that the values and the size fit it. @throws AppError `not_found`, `conflict` (nothing
 * published), `invalid` (no such field or size)
 */
export async function prepareImage(scope: Scope, input: RenderImageInput): Promise<PreparedImage> {
  const prepared = await subject(scope, input);
  const { fields, variants } = prepared.link.document;
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(input.values).find((key) => !known.has(key));
  if (unknown !== undefined) {
    const there = fields.length === 0 ? "It has no fields." : `It has: ${[...known].join(", ")}.`;
    throw new AppError("invalid", `The template has no field “${unknown}”. ${there}`, {
      path: `/values/${unknown.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    });
  }
  if (input.size !== undefined && findVariant(variants, input.size) === undefined) {
    throw new AppError("invalid", `The template has no size “${input.size}”.`, { path: "/size" });
  }
  return prepared;
}

/** Paints a prepared picture. @throws AppError `unavailable` (no room to paint) */
export async function paintImage(
  { link }: PreparedImage,
  sent: RenderImageInput["values"],
  { format, size, scale, maxKilobytes }: ImageOutput,
): Promise<RenderedImage> {
  const values = Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, String(value)]));
  const named = await pictureMaker().name(link, meaningfulValues(values), {
    format,
    size: size ?? null,
    scale,
    kilobytes: maxKilobytes ?? null,
  });
  const { bytes } = await named.paint().catch((error) => {
    throw asBusy(error);
  });
  return { bytes, format, key: named.key, missing: named.missing === "opens" ? null : named.missing };
}

/** Counts a picture as one that somebody got. */
export function countImage({ link }: PreparedImage): void {
  keepUsage();
  usageCounts().served(link);
}

/**
 * Makes the picture of a template for some values, at once. Unlike a link it says what is wrong instead of showing
 * something else. @throws AppError as `prepareImage` and `paintImage` do
 */
export async function renderImage(scope: Scope, input: RenderImageInput): Promise<RenderedImage> {
  const prepared = await prepareImage(scope, input);
  const image = await paintImage(prepared, input.values, input);
  countImage(prepared);
  return image;
}

/** The design that is to be shown, as the painter takes it. */
async function subject(
  scope: Reach,
  { templateId, version }: Pick<RenderImageInput, "templateId" | "version">,
): Promise<PreparedImage> {
  const template = await db().template.findFirst({
    where: liveTemplate(scope, templateId),
    select: {
      revision: true,
      projectId: true,
      ...(version === "draft" ? { draft: true } : {}),
      publishedVersion: { select: { id: true, document: version === "latest" } },
    },
  });
  if (!template) throw templateNotFound();
  const { hosts: allowedImageHosts } = await loadImageHosts(scope);
  const { workspaceId } = scope;
  const { projectId } = template;
  const owner = { state: "live", workspaceId, projectId, allowedImageHosts } as const;
  if (version === "draft") {
    const brand = await loadBrandKit(scope);
    const versionId = `draft-${templateId}-${template.revision}-${brand.revision}`;
    const link = { ...owner, versionId, document: openWithKit(template.draft, brand.kit) };
    return { link, projectId, versionId: null };
  }
  if (version !== "latest") {
    const { id, document } = await loadVersion(scope, templateId, version);
    return { link: { ...owner, versionId: id, document }, projectId, versionId: id };
  }
  const published = template.publishedVersion;
  if (!published) {
    throw new AppError(
      "conflict",
      "This template was never published. Publish it, or ask for the version “draft”.",
      {
        path: "/version",
      },
    );
  }
  const { document } = openDocument(published.document);
  return { link: { ...owner, versionId: published.id, document }, projectId, versionId: published.id };
}

/**
 * The design of a picture that was taken on some time ago, by whom it might be asked for then. @throws AppError
 * `not_found` when its template is gone
 */
export async function prepareKept({
  workspaceId,
  templateId,
  versionId,
}: Pick<Scope, "workspaceId"> & { templateId: string; versionId: string | null }): Promise<PreparedImage> {
  const reach = { workspaceId, projectIds: null };
  if (versionId === null) return subject(reach, { templateId, version: "draft" });
  const version = await db().templateVersion.findFirst({
    where: { id: versionId, templateId, workspaceId },
    select: { number: true },
  });
  if (!version) throw templateNotFound();
  return subject(reach, { templateId, version: version.number });
}
