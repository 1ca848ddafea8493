import type { ToldProblem } from "../use-problems";

export type ProblemNotesProps = {
  id: string;
  problems: readonly Pick<ToldProblem, "severity" | "message">[];
};

/** What is wrong with the control above, said when it comes up. The control points here by `aria-describedby`. */
export function ProblemNotes({ id, problems }: ProblemNotesProps) {
  return (
    <div id={id} aria-live="polite">
      {problems.map(({ severity, message }) => (
        <p
          key={message}
          className={`wrap-anywhere text-2xs ${severity === "error" ? "text-danger-text" : "text-warning-text"}`}
        >
          {message}
        </p>
      ))}
    </div>
  );
}
