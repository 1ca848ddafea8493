"use client";

import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { cacheChoices, staleChoices } from "./live-words";
import type { LiveForm } from "./use-live-form";

type Props = { form: LiveForm; disabled: boolean };

/** How long a picture waits, how long an answer holds, and how long the last good one stands in. */
export function TimesFields({ form, disabled }: Props) {
  const { config, change, faultAt } = form;
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="A picture waits" hint="100 to 3,000 ms" error={faultAt("/config/timeoutMs")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={100}
            max={3_000}
            step={100}
            value={Number.isNaN(config.timeoutMs) ? "" : config.timeoutMs}
            disabled={disabled}
            onChange={(event) => change({ timeoutMs: event.target.valueAsNumber })}
          />
        )}
      </Field>
      <Field label="An answer holds" error={faultAt("/config/cacheSeconds")}>
        {(control) => (
          <Select
            {...control}
            value={String(config.cacheSeconds)}
            options={cacheChoices(config.cacheSeconds)}
            disabled={disabled}
            onValueChange={(value) => change({ cacheSeconds: Number(value) })}
          />
        )}
      </Field>
      <Field
        label="The last good one stands in"
        hint="while the source does not answer"
        error={faultAt("/config/staleSeconds")}
      >
        {(control) => (
          <Select
            {...control}
            value={String(config.staleSeconds)}
            options={staleChoices(config.staleSeconds)}
            disabled={disabled}
            onValueChange={(value) => change({ staleSeconds: Number(value) })}
          />
        )}
      </Field>
    </div>
  );
}
