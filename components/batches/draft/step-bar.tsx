import { Check } from "lucide-react";
import Link from "next/link";
import { classNames } from "../../ui/class-names";
import { STEP_NAMES, STEPS, type Step } from "./steps";

export type StepBarProps = {
  current: Step;
  /** What is known of each step, in a few words. */
  facts: Readonly<Record<Step, string>>;
  /** Steps that one has been through. */
  done: ReadonlySet<Step>;
  /** Where a step is; null while there is nothing to go to. */
  href: ((step: Step) => string) | null;
};

/** The four steps, all in sight; any can be gone to. On a phone their facts give way to their names. */
export function StepBar({ current, facts, done, href }: StepBarProps) {
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label="Steps">
      <ol className="grid grid-cols-4 gap-1 rounded-lg bg-panel p-1 shadow-card">
        {STEPS.map((step, index) => {
          const body = (
            <>
              <span
                aria-hidden
                className={classNames(
                  "figures grid size-5 shrink-0 place-items-center rounded-full font-semibold text-2xs",
                  index === at
                    ? "bg-accent text-on-accent"
                    : done.has(step)
                      ? "bg-accent-soft text-accent-text"
                      : "bg-active text-muted",
                )}
              >
                {done.has(step) && index !== at ? <Check className="size-3" /> : index + 1}
              </span>
              <span className="min-w-0">
                <span className="block truncate font-medium text-sm max-sm:text-2xs">{STEP_NAMES[step]}</span>
                <span className="block h-4 truncate text-faint text-xs max-sm:hidden">{facts[step]}</span>
              </span>
            </>
          );
          const look = classNames(
            "flex items-center gap-2.5 rounded-md px-3 py-2 max-sm:flex-col max-sm:gap-1 max-sm:px-1 max-sm:text-center",
            index === at ? "bg-active" : href === null ? "text-faint" : "hover:bg-hover",
          );
          return (
            <li key={step} className="min-w-0">
              {href === null && index !== at ? (
                <span className={look}>{body}</span>
              ) : (
                <Link
                  href={href?.(step) ?? ""}
                  replace={index === at}
                  scroll={false}
                  aria-current={index === at ? "step" : undefined}
                  className={look}
                >
                  {body}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
