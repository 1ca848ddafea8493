"use client";

import { useId, useState } from "react";
import type { BatchOutput } from "@/lib/batches/batch-item";
import type { Field as TemplateField } from "@/lib/template/field";
import { CheckList } from "../../ui/check-list";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { SegmentedControl } from "../../ui/segmented-control";
import { Select } from "../../ui/select";
import { Switch } from "../../ui/switch";

type Certificate = NonNullable<BatchOutput["certificate"]>;

export type CertificateFieldsProps = {
  certificate: Certificate | null;
  fields: readonly TemplateField[];
  /** What is certified unless somebody says otherwise. */
  title: string;
  onChange: (certificate: Certificate | null) => void;
};

const NONE = "-";

const SCHEMES = [
  { value: "sequence", label: "In order" },
  { value: "hash", label: "Random" },
] as const;

const SCHEME_NOTES: Record<Certificate["scheme"], string> = {
  sequence: "Such as ACME-2026-000123, one after the other.",
  hash: "Long, and says nothing of how many there are.",
};

const PREFIX = /^(?:[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?)?$/;

/** Whether rows become certificates: a number each, and an address where anybody can check it. */
export function CertificateFields({ certificate, fields, title, onChange }: CertificateFieldsProps) {
  const label = useId();
  const texts = fields.filter(({ type }) => type === "text");
  const addresses = fields.filter(({ type }) => type === "url");
  const [first] = texts;
  const begin = () => {
    if (!first) return;
    onChange({
      numberField: (texts.find(({ key }) => /number|code|id$/.test(key)) ?? first).key,
      scheme: "sequence",
      prefix: "",
      verificationField: addresses[0]?.key ?? null,
      title,
      shownFields: [],
    });
  };
  return (
    <section aria-labelledby={label} className="grid gap-4 border-t pt-4">
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-0.5">
          <h3 id={label} className="font-medium text-sm">
            Certificates
          </h3>
          <p className="text-faint text-xs">
            {first
              ? "Each row gets a number, and a page where anybody can check it."
              : "The template needs a text field for the number."}
          </p>
        </div>
        <Switch
          aria-labelledby={label}
          checked={certificate !== null}
          disabled={!first && certificate === null}
          onCheckedChange={(on) => (on ? begin() : onChange(null))}
        />
      </div>
      {certificate ? (
        <Settings
          certificate={certificate}
          texts={texts}
          addresses={addresses}
          fields={fields}
          onChange={onChange}
        />
      ) : null}
    </section>
  );
}

type SettingsProps = {
  certificate: Certificate;
  texts: readonly TemplateField[];
  addresses: readonly TemplateField[];
  fields: readonly TemplateField[];
  onChange: (certificate: Certificate) => void;
};

const named = ({ key, label }: TemplateField) => ({ value: key, label: label || key });

function Settings({ certificate, texts, addresses, fields, onChange }: SettingsProps) {
  const set = (part: Partial<Certificate>) => onChange({ ...certificate, ...part });
  const { numberField, verificationField, scheme } = certificate;
  const others = fields.filter(({ key }) => key !== numberField && key !== verificationField);
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <Field label="The number stands in">
        {(control) => (
          <Select
            {...control}
            value={numberField}
            options={texts.map(named)}
            onValueChange={(key) => set({ numberField: key })}
          />
        )}
      </Field>
      <Field
        label="Its address stands in"
        hint={addresses.length === 0 ? "A field of type URL, shown as a QR code." : undefined}
      >
        {(control) => (
          <Select
            {...control}
            value={verificationField ?? NONE}
            disabled={addresses.length === 0}
            options={[{ value: NONE, label: "No field" }, ...addresses.map(named)]}
            onValueChange={(key) => set({ verificationField: key === NONE ? null : key })}
          />
        )}
      </Field>
      <div className="grid content-start gap-1.5">
        <p aria-hidden className="font-medium text-muted text-xs">
          Numbers
        </p>
        <SegmentedControl
          label="Numbers"
          value={scheme}
          segments={SCHEMES}
          onValueChange={(next) => set({ scheme: next })}
        />
        <p className="text-faint text-xs">{SCHEME_NOTES[scheme]}</p>
      </div>
      <Typed
        label="Numbers begin with"
        value={certificate.prefix}
        longest={20}
        tidy={(text) => text.toUpperCase()}
        problem={(text) =>
          PREFIX.test(text) ? undefined : "Capital letters, digits and hyphens between them."
        }
        onTyped={(prefix) => set({ prefix })}
      />
      <Typed
        label="What is certified"
        hint="Shown to whoever checks one; empty: the batch’s name."
        value={certificate.title}
        longest={120}
        onTyped={(typed) => set({ title: typed.trim() })}
      />
      <CheckList
        label="Whoever checks one sees"
        items={others.map(({ key, label }) => ({
          value: key,
          label: label || key,
          disabled: certificate.shownFields.length >= 6 && !certificate.shownFields.includes(key),
        }))}
        chosen={certificate.shownFields}
        onChange={(chosen) => set({ shownFields: [...chosen] })}
      />
    </div>
  );
}

type TypedProps = {
  label: string;
  hint?: string;
  value: string;
  longest: number;
  tidy?: (text: string) => string;
  problem?: (text: string) => string | undefined;
  onTyped: (text: string) => void;
};

/** A text that is kept when it is left, unless something is wrong with it. */
function Typed({
  label,
  hint,
  value,
  longest,
  tidy = (text) => text,
  problem = () => undefined,
  onTyped,
}: TypedProps) {
  const [text, setText] = useState(value);
  const error = problem(text);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          value={text}
          maxLength={longest}
          autoComplete="off"
          onChange={(event) => setText(tidy(event.currentTarget.value))}
          onBlur={() => {
            if (error === undefined && text !== value) onTyped(text);
          }}
        />
      )}
    </Field>
  );
}
