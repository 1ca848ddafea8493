"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import type { LiveConfig } from "../../api/live-sources";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { IconButton } from "../../ui/icon-button";
import { Input } from "../../ui/input";
import type { LiveForm } from "./use-live-form";

type Props = { form: LiveForm; disabled: boolean };

/** What a source is told in headers, and the secrets in them. */
export function HeaderRows({ form, disabled }: Props) {
  const title = useId();
  const { config, needed, secrets, source, change, faultAt } = form;
  const set = (at: number, part: Partial<LiveConfig["headers"][number]>) =>
    change({
      headers: config.headers.map((header, index) => (index === at ? { ...header, ...part } : header)),
    });
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <h3 id={title} className="font-medium text-muted text-xs">
        Headers
      </h3>
      {config.headers.map((header, index) => {
        const fault =
          faultAt(`/config/headers/${index}/name`) ??
          faultAt(`/config/headers/${index}/value`) ??
          faultAt(`/config/headers/${index}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header that is being typed has no other name
          <div key={index} className="grid gap-1">
            <div className="flex items-center gap-2">
              <Input
                aria-label={`Header ${index + 1}, name`}
                aria-invalid={fault ? true : undefined}
                className="basis-2/5"
                placeholder="Authorization"
                spellCheck={false}
                value={header.name}
                disabled={disabled}
                onChange={(event) => set(index, { name: event.target.value.trim() })}
              />
              <Input
                aria-label={`Header ${index + 1}, value`}
                aria-invalid={fault ? true : undefined}
                className="flex-1 font-mono text-xs"
                placeholder="Bearer {{secret:api_key}}"
                spellCheck={false}
                value={header.value}
                disabled={disabled}
                onChange={(event) => set(index, { value: event.target.value })}
              />
              <IconButton
                label={`Remove header ${header.name || index + 1}`}
                disabled={disabled}
                onClick={() => change({ headers: config.headers.filter((_, at) => at !== index) })}
              >
                <X aria-hidden className="size-4" />
              </IconButton>
            </div>
            {fault ? (
              <p role="alert" className="text-danger-text text-xs">
                {fault}
              </p>
            ) : null}
          </div>
        );
      })}
      {disabled ? null : (
        <Button
          size="small"
          className="w-fit"
          icon={<Plus aria-hidden className="size-3.5" />}
          onClick={() => change({ headers: [...config.headers, { name: "", value: "" }] })}
        >
          Add header
        </Button>
      )}
      {needed.map((name) => {
        const isStored = source.secrets.includes(name);
        const hint = isStored
          ? "Stored. Enter another to replace it."
          : "Enter it once; it is shown to nobody again.";
        return (
          <Field key={name} label={`Secret ${name}`} hint={hint} error={faultAt(`/secrets/${name}`)}>
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="new-password"
                placeholder={isStored ? "••••••" : ""}
                value={secrets[name] ?? ""}
                disabled={disabled}
                onChange={(event) => form.setSecret(name, event.target.value)}
              />
            )}
          </Field>
        );
      })}
    </section>
  );
}
