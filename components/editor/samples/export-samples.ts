import type { Field } from "@/lib/template/field";
import type { SampleRow } from "@/lib/template/schema";
import { writeCsv } from "./table-text";

/** Gives the rows to the person as a file. Nothing leaves this computer. */
export function exportSamples(
  templateName: string,
  samples: readonly SampleRow[],
  fields: readonly Field[],
): void {
  const url = URL.createObjectURL(new Blob([writeCsv(samples, fields)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${templateName.replace(/[^\p{L}\p{N} _-]+/gu, "").trim() || "template"} samples.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
