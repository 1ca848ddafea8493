import type { ProblemCode, Problem as TemplateProblem } from "@/lib/template/problem";
import type { Document } from "@/lib/template/schema";
import type { SampleView } from "../preview-values";

/** What is found by looking at the design with values in place, beyond what the document alone tells. */
const MEASURED_CODES = [
  "text_overflows",
  "text_cut",
  "text_small",
  "low_contrast",
  "fallback_used",
  "fallback_missing",
  "image_missing",
  "image_failed",
  "image_blurry",
  "picture_heavy",
  "outside_safe_area",
  "outside_canvas",
] as const;
export type MeasuredCode = (typeof MEASURED_CODES)[number];

export type FindingCode = ProblemCode | MeasuredCode;

/** An error shows in the picture or loses a value, a warning may, and a note is good to know. */
export type Severity = TemplateProblem["severity"] | "info";

/** A row of values that a finding shows with, and the view of the canvas that shows it. */
export type RowName = { name: string; view: SampleView };

/** Where the person is led: to a control or a field, to the choice of a picture, to the share panel. */
export type Place = "control" | "field" | "picture" | "share";

/** A way out: a change of the document, which is one step to undo, or a place where the person decides. */
export type Fix =
  | { kind: "change"; label: string; change: (document: Document) => Document }
  | { kind: "open"; label: string; place: Place };

/** Something the designer should look at: what, where, and what can be done. */
export type Finding = {
  /** The same for as long as it is the same problem of the same layer or field: what "dismissed" is remembered by. */
  id: string;
  code: FindingCode;
  severity: Severity;
  /** What is wrong and what to do, in a sentence or two. */
  message: string;
  /** JSON pointer into the document. */
  path: string;
  layerId?: string;
  fieldKey?: string;
  /** With which rows it shows, in their order; empty where values have nothing to do with it. */
  rows: readonly RowName[];
  fixes: readonly Fix[];
};

/** A finding as it is put together: the id is made of the rest. */
export type FindingDraft = Omit<Finding, "id" | "rows" | "fixes"> &
  Partial<Pick<Finding, "rows" | "fixes">> & {
    /** Tells it from others of the same code in the same layer. */
    part?: string;
  };

export function finding({ part = "", rows = [], fixes = [], ...draft }: FindingDraft): Finding {
  const id = [draft.code, draft.layerId ?? "", draft.fieldKey ?? "", part].join(" ").trim();
  return { id, ...draft, rows, fixes };
}

/** A change under a name, which stands on its button and in the history. */
export function changeFix(label: string, change: (document: Document) => Document): Fix {
  return { kind: "change", label, change };
}

export function openFix(label: string, place: Place): Fix {
  return { kind: "open", label, place };
}

/** Whether it was found by looking at the design, and not by reading its document. */
export function isMeasured({ code }: Pick<Finding, "code">): boolean {
  return MEASURED_CODES.some((measured) => measured === code);
}

const WEIGHTS: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors before warnings before notes; those of one kind keep their order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => WEIGHTS[one.severity] - WEIGHTS[other.severity]);
}
