import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  neutral: "text-muted before:bg-field-line",
  success: "text-success-text before:bg-current",
  warning: "text-warning-text before:bg-current",
  danger: "text-danger-text before:bg-current",
  accent: "text-accent-text before:bg-current",
} as const;

/** A state in a word, with a dot in its colour; the word alone must say it. */
export function Badge({ tone = "neutral", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 whitespace-nowrap text-xs before:size-1.5 before:rounded-full before:content-['']",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
