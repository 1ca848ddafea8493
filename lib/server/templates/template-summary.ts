import { z } from "zod";
import type { Prisma } from "../generated/prisma/client";

/** A template as lists show it. */
export type TemplateSummary = {
  id: string;
  name: string;
  projectId: string;
  /** Counts saves of the draft; thumbnails are addressed by it. */
  revision: number;
  /** draft: never published. changed: the draft, or the brand kit that it follows, has moved on since the last publish. */
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
  publishedVersion: { select: { revision: true, kitRevision: true } },
  links: { where: { deletedAt: null }, orderBy: { createdAt: "asc" }, take: 1, select: { key: true } },
} as const satisfies Prisma.TemplateSelect;

type SummaryRow = Prisma.TemplateGetPayload<{ select: typeof SUMMARY_SELECT }>;

export type CanvasSize = { width: number; height: number };

const side = z.number().positive();
export const canvasSize = z.object({ width: side, height: side });

export type DraftFacts = {
  /** Canvas, px; null when the stored draft is damaged. */
  size: CanvasSize | null;
  /** Revision of the brand kit as it is now; null when the draft follows nothing of it. */
  kitRevision: number | null;
};

export function templateSummary(row: SummaryRow, facts: DraftFacts | undefined): TemplateSummary {
  return {
    id: row.id,
    name: row.name,
    projectId: row.projectId,
    revision: row.revision,
    status: statusOf(row, facts?.kitRevision ?? null),
    linkKey: row.links[0]?.key ?? null,
    size: facts?.size ?? null,
    brandLocked: row.brandLocked,
    updatedAt: row.updatedAt,
  };
}

function statusOf(
  { revision, publishedVersion }: SummaryRow,
  kitRevision: number | null,
): TemplateSummary["status"] {
  if (publishedVersion === null) return "draft";
  const isSame = kitRevision === null || kitRevision === publishedVersion.kitRevision;
  return isSame && revision === publishedVersion.revision ? "published" : "changed";
}
