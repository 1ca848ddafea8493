"use client";

import { X } from "lucide-react";
import { useId } from "react";
import { IconButton } from "../../ui/icon-button";
import { Input } from "../../ui/input";
import { missingWords } from "./live-words";
import type { LiveForm } from "./use-live-form";

type Props = { form: LiveForm; disabled: boolean };

/** The values that a source gives: what each is called, where it stands, and what it said in the test. */
export function ValueRows({ form, disabled }: Props) {
  const title = useId();
  const { config, test, change, faultAt } = form;
  const rows = Object.entries(config.values);
  const set = (at: number, next: [string, string] | null) =>
    change({
      values: Object.fromEntries(rows.flatMap((row, index) => (index === at ? (next ? [next] : []) : [row]))),
    });
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <h3 id={title} className="font-medium text-muted text-xs">
        Values
      </h3>
      {rows.length === 0 ? (
        <p className="text-faint text-xs">
          None yet. Ask the source, then click what you want in its answer.
        </p>
      ) : (
        <ul className="grid gap-2">
          {rows.map(([name, pointer], index) => {
            const read = test?.values.find((each) => each.name === name && each.pointer === pointer)?.read;
            const fault = faultAt(`/config/values/${name}`);
            return (
              <li key={name} className="grid gap-1">
                <div className="flex items-center gap-2">
                  <Input
                    aria-label={`Value ${index + 1}, name`}
                    aria-invalid={fault ? true : undefined}
                    className="basis-2/5"
                    maxLength={60}
                    defaultValue={name}
                    disabled={disabled}
                    onBlur={(event) => {
                      const typed = event.target.value.trim();
                      const isFree = typed !== "" && (typed === name || !Object.hasOwn(config.values, typed));
                      if (isFree) set(index, [typed, pointer]);
                      else event.target.value = name;
                    }}
                  />
                  <Input
                    aria-label={`Value ${index + 1}, place in the answer`}
                    aria-invalid={fault ? true : undefined}
                    className="flex-1 font-mono text-xs"
                    spellCheck={false}
                    value={pointer}
                    disabled={disabled}
                    onChange={(event) => set(index, [name, event.target.value])}
                  />
                  <IconButton label={`Remove ${name}`} disabled={disabled} onClick={() => set(index, null)}>
                    <X aria-hidden className="size-4" />
                  </IconButton>
                </div>
                {fault ? (
                  <p role="alert" className="text-danger-text text-xs">
                    {fault}
                  </p>
                ) : read ? (
                  <p className="truncate text-xs">
                    {read.kind === "text" ? (
                      <span className="text-success-text">
                        {read.text}
                        {read.cut ? " (cut, for it is too long)" : ""}
                      </span>
                    ) : (
                      <span className="text-warning-text">{missingWords(read)}</span>
                    )}
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
