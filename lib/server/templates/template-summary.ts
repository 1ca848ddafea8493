import { z } from "zod";
import type { Prisma } from "../generated/prisma/client";

/** A template as lists show it. */
export type TemplateSummary = {
  id: string;
  name: string;
  projectId: string;
  /** Counts saves of the draft; thumbnails are addressed by it. */
  revision: number;
  /** draft: never published. changed: the draft has moved on since the last publish. */
  status: "draft" | "published" | "changed";
  /** Key of the oldest live link; null before the first publish. */
  linkKey: string | null;
  /** Canvas of the draft, px; null when the stored draft is damaged. */
  size: { width: number; height: number } | null;
  /** Editors change its texts and pictures only. */
  brandLocked: boolean;
  updatedAt: Date;
};

/** What a summary is made of; the draft itself stays in the database. */
export const SUMMARY_SELECT = {
  id: true,
  name: true,
  projectId: true,
  revision: true,
  brandLocked: true,
  updatedAt: true,
  publishedVersion: { select: { revision: true } },
  links: { where: { deletedAt: null }, orderBy: { createdAt: "asc" }, take: 1, select: { key: true } },
} as const satisfies Prisma.TemplateSelect;

type SummaryRow = Prisma.TemplateGetPayload<{ select: typeof SUMMARY_SELECT }>;

export type CanvasSize = { width: number; height: number };

const side = z.number().positive();
export const canvasSize = z.object({ width: side, height: side });

export function templateSummary(row: SummaryRow, size: CanvasSize | null): TemplateSummary {
  const published = row.publishedVersion?.revision;
  return {
    id: row.id,
    name: row.name,
    projectId: row.projectId,
    revision: row.revision,
    status: published === undefined ? "draft" : published === row.revision ? "published" : "changed",
    linkKey: row.links[0]?.key ?? null,
    size,
    brandLocked: row.brandLocked,
    updatedAt: row.updatedAt,
  };
}
