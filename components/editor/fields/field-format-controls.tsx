"use client";

import { Switch } from "@/components/ui/switch";
import type { Field, FieldFormat } from "@/lib/template/field";
import { formatValue } from "@/lib/template/format-value";
import { ControlRow } from "../controls/control-row";
import { NumberField } from "../controls/number-field";
import { PanelSelect } from "../controls/panel-select";
import { TextAreaField } from "../controls/text-area-field";
import { useEditorState } from "../editor-context";

export type FieldFormatProps = {
  field: Field;
  disabled: boolean;
  onChange: (change: Partial<FieldFormat>) => void;
};

const CASES: readonly { value: FieldFormat["case"]; label: string }[] = [
  { value: "none", label: "As it comes" },
  { value: "name", label: "Name (McDonald, de la Cruz)" },
  { value: "sentence", label: "Sentence" },
  { value: "upper", label: "UPPER CASE" },
  { value: "lower", label: "lower case" },
];

const NUMBER_STYLES: readonly { value: FieldFormat["number"]["style"]; label: string }[] = [
  { value: "plain", label: "As it comes" },
  { value: "decimal", label: "1,250.5" },
  { value: "currency", label: "Currency" },
  { value: "percent", label: "Percent" },
];

const DATES: readonly { value: FieldFormat["date"]; label: string }[] = [
  { value: "none", label: "As it comes" },
  { value: "short", label: "3/14/26" },
  { value: "medium", label: "Mar 14, 2026" },
  { value: "long", label: "March 14, 2026" },
  { value: "full", label: "Saturday, March 14, 2026" },
  { value: "iso", label: "2026-03-14" },
];

const LOCALES: readonly { value: string; label: string }[] = [
  { value: "en-US", label: "English (US)" },
  { value: "en-GB", label: "English (UK)" },
  { value: "de-DE", label: "Deutsch" },
  { value: "es-ES", label: "Español" },
  { value: "fr-FR", label: "Français" },
  { value: "it-IT", label: "Italiano" },
  { value: "ja-JP", label: "日本語" },
  { value: "nl-NL", label: "Nederlands" },
  { value: "pl-PL", label: "Polski" },
  { value: "pt-BR", label: "Português (Brasil)" },
  { value: "ru-RU", label: "Русский" },
  { value: "tr-TR", label: "Türkçe" },
  { value: "uk-UA", label: "Українська" },
  { value: "vi-VN", label: "Tiếng Việt" },
];

const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "CHF",
  "PLN",
  "CZK",
  "SEK",
  "NOK",
  "UAH",
  "TRY",
  "INR",
  "BRL",
  "VND",
];

/** How a value is cleaned and written: what its type can have, with an example of what comes out. */
export function FieldFormatControls({ field, disabled, onChange }: FieldFormatProps) {
  const { format, type } = field;
  if (type === "image" || type === "url" || type === "color" || type === "boolean") return null;
  return (
    <>
      {type === "text" ? (
        <>
          <PickRow
            label="Letters"
            value={format.case}
            options={CASES}
            disabled={disabled}
            onPick={(next) => onChange({ case: next })}
          />
          {format.case === "none" ? null : (
            <SwitchRow
              label="Only if one case"
              title="Touch only values that are all upper or all lower case"
              checked={format.onlyWhenOneCase}
              disabled={disabled}
              onChange={(onlyWhenOneCase) => onChange({ onlyWhenOneCase })}
            />
          )}
          <SwitchRow
            label="First word only"
            title="Anna Maria becomes Anna"
            checked={format.firstWordOnly}
            disabled={disabled}
            onChange={(firstWordOnly) => onChange({ firstWordOnly })}
          />
          <SwitchRow
            label="Trim spaces"
            title="Spaces at both ends go, those inside become one"
            checked={format.trim}
            disabled={disabled}
            onChange={(trim) => onChange({ trim })}
          />
          <NumberField
            label="Longest text"
            rowLabel="At most"
            zero="No limit"
            value={format.maxLength}
            min={0}
            max={1000}
            step={1}
            disabled={disabled}
            onChange={(maxLength) => onChange({ maxLength: Math.round(maxLength) })}
          />
        </>
      ) : null}
      {type === "number" ? <NumberRows format={format} disabled={disabled} onChange={onChange} /> : null}
      {type === "date" ? (
        <PickRow
          label="Written"
          value={format.date}
          options={DATES}
          disabled={disabled}
          onPick={(date) => onChange({ date })}
        />
      ) : null}
      {(type === "number" && format.number.style !== "plain") ||
      (type === "date" && format.date !== "none") ? (
        <PickRow
          label="Language"
          value={format.locale}
          options={
            LOCALES.some(({ value }) => value === format.locale)
              ? LOCALES
              : [...LOCALES, { value: format.locale, label: format.locale }]
          }
          disabled={disabled}
          onPick={(locale) => onChange({ locale })}
        />
      ) : null}
      <ControlRow label="Around it">
        <div className="flex min-w-0 flex-1 gap-1.5">
          <TextAreaField
            label="Before the value"
            value={format.prefix}
            multiline={false}
            maxLength={60}
            disabled={disabled}
            placeholder="Before"
            onChange={(prefix) => onChange({ prefix })}
          />
          <TextAreaField
            label="After the value"
            value={format.suffix}
            multiline={false}
            maxLength={60}
            disabled={disabled}
            placeholder="After"
            onChange={(suffix) => onChange({ suffix })}
          />
        </div>
      </ControlRow>
      <Example field={field} />
    </>
  );
}

function NumberRows({
  format,
  disabled,
  onChange,
}: Omit<FieldFormatProps, "field"> & { format: FieldFormat }) {
  const { number } = format;
  const set = (change: Partial<FieldFormat["number"]>) => onChange({ number: { ...number, ...change } });
  return (
    <>
      <PickRow
        label="Written"
        value={number.style}
        options={NUMBER_STYLES}
        disabled={disabled}
        onPick={(style) => set({ style })}
      />
      {number.style === "currency" ? (
        <PickRow
          label="Currency"
          value={number.currency}
          options={[...new Set([...CURRENCIES, number.currency])].map((value) => ({ value, label: value }))}
          disabled={disabled}
          onPick={(currency) => set({ currency })}
        />
      ) : null}
      {number.style === "plain" ? null : (
        <ControlRow label="Decimals">
          <div className="flex gap-1.5">
            <NumberField
              label="Fewest decimals"
              value={number.minimumDecimals}
              min={0}
              max={6}
              step={1}
              disabled={disabled}
              onChange={(next) => set({ minimumDecimals: Math.round(next) })}
            />
            <NumberField
              label="Most decimals"
              value={number.maximumDecimals}
              min={0}
              max={6}
              step={1}
              disabled={disabled}
              onChange={(next) => set({ maximumDecimals: Math.round(next) })}
            />
          </div>
        </ControlRow>
      )}
    </>
  );
}

/** What a value of the samples becomes, so that a format can be judged at once. */
function Example({ field }: { field: Field }) {
  const samples = useEditorState((state) => state.document.samples);
  const value = samples.map((row) => row.values[field.key] ?? "").find((each) => each.trim() !== "");
  if (value === undefined) return null;
  const shown = formatValue(value, field);
  if (shown === value) return null;
  return (
    <p className="truncate text-2xs text-faint">
      {value} → {shown === null ? "counts as missing" : <span className="text-text">{shown}</span>}
    </p>
  );
}

type PickRowProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  disabled: boolean;
  onPick: (value: Value) => void;
};

function PickRow<Value extends string>({ label, value, options, disabled, onPick }: PickRowProps<Value>) {
  return (
    <ControlRow label={label}>
      <PanelSelect
        aria-label={label}
        disabled={disabled}
        value={value}
        options={options}
        onValueChange={(next) => {
          const option = options.find((each) => each.value === next);
          if (option) onPick(option.value);
        }}
      />
    </ControlRow>
  );
}

type SwitchRowProps = {
  label: string;
  title: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
};

function SwitchRow({ label, title, checked, disabled, onChange }: SwitchRowProps) {
  return (
    <div className="flex h-7 items-center justify-between" title={title}>
      <span aria-hidden className="text-muted text-xs">
        {label}
      </span>
      <Switch aria-label={label} disabled={disabled} checked={checked} onCheckedChange={onChange} />
    </div>
  );
}
