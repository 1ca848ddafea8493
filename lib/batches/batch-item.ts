import { z } from "zod";
import { certificateOption } from "@/lib/certificates/certificate-option";
import { IMAGE_FORMATS } from "@/lib/link/address";
import type { CleanUp } from "@/lib/rows/clean-up";
import type { RowMapping } from "@/lib/rows/mapping";

/** How a batch makes its files. */
export const batchOutput = z.strictObject({
  format: z.enum(IMAGE_FORMATS).default("png"),
  /** A size of the template: its id; null: the design's own. */
  size: z.string().max(80).nullable().default(null),
  scale: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
  /** Most kilobytes; null: the format's usual. */
  maxKilobytes: z.number().int().min(20).max(2_000).nullable().default(null),
  /** Such as `{{company}}-{{last_name}}`: names of fields and of columns, and `{{row}}`, the row's number. */
  fileName: z.string().max(200).default("{{row}}"),
  /** What becomes of a row that shows a picture which does not load: it fails, or is made with what stands in for it. */
  missingPictures: z.enum(["fail", "replace"]).default("fail"),
  /** How rows become certificates that anybody can check; null: they do not. */
  certificate: certificateOption.nullable().default(null),
});
export type BatchOutput = z.infer<typeof batchOutput>;

export const BATCH_STATES = ["draft", "running", "paused", "done", "cancelled"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** How long a draft stays after somebody last changed it, days. */
export const DRAFT_DAYS = 14;

/** What holds up a batch until it passes, or somebody makes room: no room for files, or something is not to be reached. */
export const BATCH_WAITS = ["storage_full", "unavailable"] as const;
export type BatchWait = (typeof BATCH_WAITS)[number];

/** Where rows came from, and how they were read. */
export const batchSource = z.object({
  kind: z.enum(["file", "paste", "sheet", "api"]),
  /** Name of the file as it is shown, or the address of the sheet. */
  name: z.string(),
  format: z.enum(["csv", "xlsx", "json"]),
  /** Such as `utf-8`; null where the format says it. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** What was mended or noticed while reading, in sentences. */
  notes: z.array(z.string()),
});
export type BatchSource = z.infer<typeof batchSource>;

/** How far a batch is. Sums are exact at every moment. */
export type BatchProgress = {
  id: string;
  state: BatchState;
  /** All rows of the list. In the end `made` + `failed` + `leftOut` of them. */
  rows: number;
  /** Rows that a person left out. */
  leftOut: number;
  /** Rows that have their picture, and rows that have none for a reason. */
  made: number;
  failed: number;
  bytes: number;
  /** Why nothing is made at the moment although it runs; null: nothing holds it up. It goes on by itself. */
  waitsFor: BatchWait | null;
  /** A second, over the last ten; null where nothing was made in them. */
  rowsPerSecond: number | null;
  /** Seconds that are left at this rate; null where nobody can say. */
  secondsLeft: number | null;
};

/** A batch as people and programs see it. */
export type BatchItem = Omit<BatchProgress, "rowsPerSecond" | "secondsLeft"> & {
  name: string;
  templateId: string;
  projectId: string;
  versionId: string | null;
  source: BatchSource;
  columns: string[];
  mapping: RowMapping;
  cleanUps: CleanUp[];
  output: BatchOutput;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  expiresAt: Date;
};
