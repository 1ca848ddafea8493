"use client";

import type { BatchOutput } from "@/lib/batches/batch-item";
import { BUDGETS, canBeWeighed, scalesFor } from "@/lib/editor/sizes/output-choice";
import type { ImageFormat } from "@/lib/link/address";
import { pageSize } from "@/lib/template/paper";
import { Field } from "../../ui/field";
import { SegmentedControl } from "../../ui/segmented-control";
import { Select } from "../../ui/select";
import type { TemplateFacts } from "../template-facts";
import { CertificateFields } from "./certificate-fields";
import { FileNameField } from "./file-name-field";
import { RowPicture } from "./row-picture";
import type { Draft } from "./use-draft";
import type { RowsPage } from "./use-rows";

const FORMATS: readonly { value: ImageFormat; label: string }[] = [
  { value: "png", label: "PNG" },
  { value: "jpg", label: "JPG" },
  { value: "webp", label: "WebP" },
  { value: "avif", label: "AVIF" },
  { value: "pdf", label: "PDF" },
];

const FORMAT_NOTES: Record<ImageFormat, string> = {
  png: "Sharp text, shown everywhere.",
  jpg: "Lighter for photographs, shown everywhere.",
  webp: "The lightest for websites. Outlook on Windows does not show it.",
  avif: "Very light and slow to make, for websites.",
  gif: "Few colours, shown everywhere; it stands still.",
  pdf: "One page of sharp vectors each, to print or attach.",
};

const MISSING = [
  { value: "fail", label: "Its row fails, and is listed" },
  { value: "replace", label: "What stands in for it is shown" },
] as const;

/** What a page of PDF is: a sheet of paper, or as large as the design. */
function pageNote(size: { width: number; height: number }): string {
  const { paper } = pageSize(size);
  if (paper === null) return "Vectors are sharp at any size.";
  return `A sheet of ${paper}${size.width > size.height ? ", landscape" : ""}.`;
}

const DESIGN = "design";
const USUAL = "usual";

export type OutputStepProps = {
  workspace: string;
  draft: Draft;
  template: TemplateFacts;
  first: RowsPage | null;
};

/** What files are made: format, size, sharpness, weight, and what they are called. */
export function OutputStep({ workspace, draft, template, first }: OutputStepProps) {
  const { batch, change } = draft;
  const { output } = batch;
  const size = template.variants.find(({ id }) => id === output.size) ?? template;
  const scales = scalesFor(size, output.format);
  const set = (part: Partial<BatchOutput>) => {
    const next = { ...output, ...part };
    const shape = template.variants.find(({ id }) => id === next.size) ?? template;
    // What means nothing any more is taken back with it.
    const scale = scalesFor(shape, next.format).findLast((each) => each <= next.scale) ?? 1;
    const maxKilobytes = canBeWeighed(shape, next.format) ? next.maxKilobytes : null;
    void change({ output: { ...next, scale, maxKilobytes } });
  };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section
        aria-label="Files"
        className="grid gap-5 rounded-lg bg-panel p-4 shadow-card max-lg:order-last"
      >
        <div className="grid gap-1.5">
          <p aria-hidden className="font-medium text-muted text-xs">
            Format
          </p>
          <SegmentedControl
            label="Format"
            className="max-w-80"
            value={output.format}
            segments={FORMATS}
            onValueChange={(format) => set({ format })}
          />
          <p className="h-4 text-faint text-xs">{FORMAT_NOTES[output.format]}</p>
        </div>
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-3">
          {template.variants.length > 0 ? (
            <Field label="Size">
              {(control) => (
                <Select
                  {...control}
                  value={output.size ?? DESIGN}
                  options={[
                    { value: DESIGN, label: `Design  ${template.width} × ${template.height}` },
                    ...template.variants.map(({ id, name, width, height }) => ({
                      value: id,
                      label: name ? `${name}  ${width} × ${height}` : `${width} × ${height}`,
                    })),
                  ]}
                  onValueChange={(id) => set({ size: id === DESIGN ? null : id })}
                />
              )}
            </Field>
          ) : null}
          <Field
            label="Pixels"
            hint={
              output.format === "pdf"
                ? pageNote(size)
                : `${size.width * output.scale} × ${size.height * output.scale} pixels`
            }
          >
            {(control) => (
              <Select
                {...control}
                value={`${output.scale}`}
                disabled={scales.length < 2}
                options={scales.map((scale) => ({
                  value: `${scale}`,
                  label: scale === 1 ? "As designed" : `${scale} times`,
                }))}
                onValueChange={(value) => set({ scale: scales.find((each) => `${each}` === value) ?? 1 })}
              />
            )}
          </Field>
          <Field
            label="Weight"
            hint={
              canBeWeighed(size, output.format)
                ? "The best quality that stays within it."
                : "This format has one quality."
            }
          >
            {(control) => (
              <Select
                {...control}
                value={output.maxKilobytes === null ? USUAL : `${output.maxKilobytes}`}
                disabled={!canBeWeighed(size, output.format)}
                options={[
                  { value: USUAL, label: "As usual" },
                  ...BUDGETS.map((each) => ({
                    value: `${each}`,
                    label: `At most ${each.toLocaleString("en-GB")} kB`,
                  })),
                ]}
                onValueChange={(value) => set({ maxKilobytes: value === USUAL ? null : Number(value) })}
              />
            )}
          </Field>
        </div>
        {template.fields.some(({ type }) => type === "image") ? (
          <Field label="A picture of a row that does not load" className="max-w-80">
            {(control) => (
              <Select
                {...control}
                value={output.missingPictures}
                options={MISSING}
                onValueChange={(value) => {
                  const choice = MISSING.find((each) => each.value === value);
                  if (choice) set({ missingPictures: choice.value });
                }}
              />
            )}
          </Field>
        ) : null}
        <FileNameField
          batch={batch}
          fields={template.fields}
          first={first}
          onChange={(fileName) => set({ fileName })}
        />
        <CertificateFields
          certificate={output.certificate}
          fields={template.fields}
          title={template.name}
          onChange={(certificate) => set({ certificate })}
        />
      </section>
      <RowPicture
        workspace={workspace}
        batchId={batch.id}
        row={1}
        look={draft.look}
        size={size}
        className="lg:sticky lg:top-4"
      />
    </div>
  );
}
