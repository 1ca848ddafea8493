"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Moment } from "@/lib/editor/history";
import { stepName } from "@/lib/editor/step-name";
import { useEditor, useEditorState } from "../editor-context";

/** Names that were made once; a step never changes what it did. */
const NAMES = new WeakMap<Moment, string>();

/** Every step that can be gone back or forward to, the first at the top. */
export function HistoryPanel() {
  const { store, canEdit, announce } = useEditor();
  const timeline = useEditorState((state) => state.timeline);
  const moments = useMemo(() => [...timeline.past, timeline.present, ...timeline.future], [timeline]);
  const at = timeline.past.length;
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [at]);

  function go(index: number) {
    if (index === at) return;
    // A text that is being typed is a step of its own before anything is gone to.
    store.commit();
    store.editText(null);
    store.travel(index - store.getState().timeline.past.length);
    if (store.getState().timeline.past.length === index)
      announce(`${index < at ? "Back" : "Forward"} to: ${nameAt(moments, index)}.`);
  }

  function onKeyDown(event: KeyboardEvent) {
    const here = [...(list.current?.querySelectorAll("button") ?? [])];
    const from = here.findIndex((button) => button.matches(":focus"));
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: here.length - 1 }[event.key];
    if (to === undefined || from < 0) return;
    event.preventDefault();
    here[to]?.focus();
  }

  return (
    <section aria-label="History" className="flex flex-col">
      <header className="flex h-9 shrink-0 items-center border-b px-3">
        <h2 className="font-semibold text-xs">History</h2>
        <span className="figures ml-auto text-faint text-xs">
          {at} of {moments.length - 1}
        </span>
      </header>
      <ol ref={list} aria-label="Steps" className="py-1.5" onKeyDown={onKeyDown}>
        {moments.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own but its place
          <li key={index} className="px-1.5">
            <button
              type="button"
              aria-current={index === at ? "step" : undefined}
              tabIndex={index === at ? 0 : -1}
              disabled={!canEdit}
              onClick={() => go(index)}
              className={classNames(
                "flex min-h-7 w-full items-center gap-2 rounded-md px-2 py-1 text-left text-xs outline-offset-[-2px] enabled:hover:bg-hover",
                index === at && "bg-accent-soft font-medium",
                index > at && "text-faint",
              )}
            >
              <span
                aria-hidden
                className={classNames(
                  "size-1.5 shrink-0 rounded-full",
                  index === at
                    ? "bg-accent"
                    : index < at
                      ? "bg-line-strong"
                      : "ring-1 ring-line-strong ring-inset",
                )}
              />
              <span className="min-w-0 break-words">{nameAt(moments, index)}</span>
              {index > at ? <span className="sr-only">, taken back</span> : null}
            </button>
          </li>
        ))}
      </ol>
      {moments.length === 1 ? (
        <p className="px-3 pb-4 text-faint text-xs">
          What you change is listed here step by step. A click on a step goes back to it.
        </p>
      ) : null}
    </section>
  );
}

function nameAt(moments: readonly Moment[], index: number): string {
  const moment = moments[index];
  const before = moments[index - 1];
  if (!moment) return "";
  if (!before) return moment.label || "As it was opened";
  const known = NAMES.get(moment);
  if (known !== undefined) return known;
  const name = stepName(before, moment);
  NAMES.set(moment, name);
  return name;
}
