"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

/** How long a button says that it copied, ms. */
const SAID_FOR = 2000;

export type CopyBoxProps = {
  label: string;
  button: string;
  text: string;
  /** For programs: higher, and scrolled with the keys. */
  tall?: boolean;
};

/** Text to take along. Where the browser gives no clipboard, the text is selected for the keys. */
export function CopyBox({ label, button, text, tall = false }: CopyBoxProps) {
  const [state, setState] = useState<"idle" | "copied" | "selected">("idle");
  const code = useRef<HTMLElement>(null);

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SAID_FOR);
    return () => clearTimeout(timer);
  }, [state]);

  // What was copied is not what stands there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another thing to copy
  useEffect(() => setState("idle"), [text]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      if (code.current) document.getSelection()?.selectAllChildren(code.current);
      setState("selected");
    }
  }

  return (
    <section className="grid min-w-0 gap-1.5">
      <header className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-xs">{label}</h3>
        <Button
          size="small"
          variant={state === "copied" ? "ghost" : "secondary"}
          icon={
            state === "copied" ? (
              <Check aria-hidden className="size-3.5 text-success-text" />
            ) : (
              <Copy aria-hidden className="size-3.5" />
            )
          }
          onClick={() => void copy()}
        >
          {state === "copied" ? "Copied" : state === "selected" ? "Press Ctrl+C" : button}
        </Button>
      </header>
      <pre
        tabIndex={tall ? 0 : undefined}
        className={classNames(
          "overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-2xs leading-4 dark:bg-hover",
          tall ? "max-h-80 whitespace-pre" : "max-h-28 whitespace-pre-wrap break-all",
        )}
      >
        <code ref={code} className="select-all">
          {text}
        </code>
      </pre>
    </section>
  );
}
