"use client";

import { RadioTower } from "lucide-react";
import { type FormEvent, useId } from "react";
import type { LiveTest } from "../../api/live-sources";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { sizeWords } from "./live-words";
import type { LiveForm } from "./use-live-form";
import { ValueTree } from "./value-tree";

type Props = { form: LiveForm; disabled: boolean };

/** Asks a source as a picture would, and shows what was sent and what came. */
export function TestPanel({ form, disabled }: Props) {
  const title = useId();
  const { params, sample, test, busy } = form;
  function submit(event: FormEvent) {
    event.preventDefault();
    void form.ask();
  }
  return (
    <section aria-labelledby={title} className="grid content-start gap-4 rounded-lg bg-panel p-4 shadow-card">
      <h2 id={title} className="font-semibold text-sm">
        Test
      </h2>
      <form onSubmit={submit} className="grid gap-3">
        {params.map((name) => (
          <Field key={name} label={`${name} in the picture’s address`}>
            {(control) => (
              <Input
                {...control}
                className="font-mono text-xs"
                autoComplete="off"
                spellCheck={false}
                value={sample[name] ?? ""}
                maxLength={4_096}
                disabled={disabled}
                onChange={(event) => form.setSample(name, event.target.value)}
              />
            )}
          </Field>
        ))}
        <Button
          type="submit"
          className="w-fit"
          busy={busy === "test"}
          disabled={disabled}
          icon={<RadioTower aria-hidden className="size-4" />}
        >
          Ask now
        </Button>
      </form>
      <div aria-live="polite" className="grid gap-3 empty:hidden">
        {test ? <Told test={test} /> : null}
      </div>
      {test && test.tree.length > 0 ? (
        <div className="grid gap-1.5">
          <h3 className="font-medium text-muted text-xs">Click a value to use it</h3>
          <ValueTree
            lines={test.tree}
            chosen={Object.values(form.config.values)}
            disabled={disabled}
            onChoose={form.addValue}
          />
        </div>
      ) : null}
      {test?.request ? <Wire test={test} /> : null}
    </section>
  );
}

function Told({ test: { missing, fault, answer, rowFound } }: { test: LiveTest }) {
  return (
    <>
      {missing.length > 0 ? (
        <p className="text-sm text-warning-text">
          Nothing was asked: {missing.join(", ")} {missing.length === 1 ? "is" : "are"} missing. A picture
          shows the fallbacks of its fields then.
        </p>
      ) : null}
      {fault ? <p className="text-danger-text text-sm">{fault}</p> : null}
      {rowFound === false ? (
        <p className="text-sm text-warning-text">
          No row has this value. A picture shows the fallbacks of its fields.
        </p>
      ) : null}
      {answer ? (
        <p className="text-muted text-xs">
          Answered {answer.status} in {answer.ms} ms · {sizeWords(answer.bytes)}
          {answer.contentType ? ` · ${answer.contentType}` : ""}
          {answer.redirects > 0
            ? ` · sent on ${answer.redirects === 1 ? "once" : `${answer.redirects} times`}`
            : ""}
        </p>
      ) : null}
    </>
  );
}

const TEXT =
  "max-h-64 overflow-auto whitespace-pre-wrap break-all rounded-md bg-sunken px-3 py-2 font-mono text-2xs leading-4 dark:bg-hover";

/** What went over the wire, for those who want to know. */
function Wire({ test: { request, answer } }: { test: LiveTest }) {
  const sent = request
    ? [`GET ${request.url}`, ...request.headers.map(({ name, value }) => `${name}: ${value}`)].join("\n")
    : "";
  return (
    <div className="grid gap-2">
      <details>
        <summary className="cursor-default text-muted text-xs hover:text-text">What was sent</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keys */}
        <pre tabIndex={0} className={TEXT}>
          {sent}
        </pre>
      </details>
      {answer ? (
        <details>
          <summary className="cursor-default text-muted text-xs hover:text-text">
            The answer as it came
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keys */}
          <pre tabIndex={0} className={TEXT}>
            {answer.body}
          </pre>
        </details>
      ) : null}
    </div>
  );
}
