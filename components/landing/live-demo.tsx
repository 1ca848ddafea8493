"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { DEMO_SIZE, type DemoValues, demoPath, demoUrl } from "./demo-link";
import { LivePicture } from "./live-picture";
import { UrlText } from "./url-text";

const PEOPLE: readonly DemoValues[] = [
  { first_name: "Maria", loyalty_points: "250" },
  { first_name: "Nguyễn", loyalty_points: "12480" },
  { first_name: "O'NEIL", loyalty_points: "0" },
  { first_name: "Щёголева", loyalty_points: "3900" },
];

/** Type a name, and both the address and the picture it answers with change: the real link, asked for real. */
export function LiveDemo({ origin }: { origin: string }) {
  const [values, setValues] = useState<DemoValues>({ first_name: "Maria", loyalty_points: "250" });
  const [copied, setCopied] = useState(false);
  const url = demoUrl(origin, values);

  function change(next: Partial<DemoValues>) {
    setValues((current) => ({ ...current, ...next }));
    setCopied(false);
  }

  async function copy() {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  }

  return (
    <section aria-label="Try it" className="overflow-hidden rounded-xl bg-panel shadow-card">
      <div className="flex items-center gap-2 border-b py-2 pr-2 pl-4">
        <UrlText url={url} />
        <Button
          size="small"
          onClick={() => void copy()}
          icon={
            copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />
          }
        >
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <div className="grid md:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="grid content-start gap-4 border-b p-4 md:border-r md:border-b-0 md:p-5">
          <Field label="First name">
            {(control) => (
              <Input
                {...control}
                size="large"
                maxLength={80}
                autoComplete="off"
                value={values.first_name}
                onChange={(event) => change({ first_name: event.target.value })}
              />
            )}
          </Field>
          <Field label="Loyalty points">
            {(control) => (
              <Input
                {...control}
                size="large"
                inputMode="numeric"
                maxLength={12}
                autoComplete="off"
                value={values.loyalty_points}
                onChange={(event) => change({ loyalty_points: event.target.value })}
              />
            )}
          </Field>
          <div>
            <p className="mb-1.5 font-medium text-muted text-xs">Or be somebody else</p>
            <div className="flex flex-wrap gap-1.5">
              {PEOPLE.map((person) => (
                <Chip
                  key={person.first_name}
                  on={person.first_name === values.first_name}
                  onClick={() => change(person)}
                >
                  {person.first_name}
                </Chip>
              ))}
              <Chip
                on={values.first_name === ""}
                onClick={() => change({ first_name: "", loyalty_points: "" })}
              >
                No data
              </Chip>
            </div>
          </div>
        </div>
        <div className="bg-stage p-3 sm:p-6">
          <LivePicture
            src={demoPath(origin, values)}
            alt={`The picture ${values.first_name || "somebody without a name"} would get`}
            size={DEMO_SIZE}
          />
        </div>
      </div>
    </section>
  );
}

function Chip({ on, onClick, children }: { on: boolean; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={classNames(
        "h-7 rounded-full px-2.5 text-xs ring-1 ring-inset transition-colors",
        on
          ? "bg-accent-soft text-accent-text ring-transparent"
          : "text-muted ring-line-strong hover:bg-hover",
      )}
    >
      {children}
    </button>
  );
}
