import { LONGEST_ANSWER, type Question } from "./form-input";

/** Answers by the number of their question, or what is wrong with them. */
export type ReadAnswers = { values: Record<string, string>; problems: Map<number, string> };

/** The name of a question's input. */
export const inputName = (at: number) => `q${at}`;

/** The name of the box that says that there is no colour: an input for one always sends some. */
export const noColourName = (at: number) => `${inputName(at)}_none`;

/**
 * What somebody answered, judged: the browser judges too, but nobody has to use one. What was left empty is no answer,
 * and what was answered before stays: the page does not show it, so that nobody can have cleared it. A box for yes or no
 * is an answer either way.
 */
export function readAnswers(questions: readonly Question[], form: URLSearchParams): ReadAnswers {
  const values: Record<string, string> = {};
  const problems = new Map<number, string>();
  for (const [at, asked] of questions.entries()) {
    const isNone = asked.kind === "colour" && !asked.required && form.get(noColourName(at)) === "yes";
    const sent = isNone ? "" : (form.get(inputName(at)) ?? "");
    const text = sent.replaceAll("\0", "").normalize("NFC").trim();
    const problem = problemOf(asked, text);
    if (problem !== null) problems.set(at, problem);
    if (asked.kind === "yes_no") values[asked.column] = text === "yes" ? "yes" : "no";
    else if (text !== "") values[asked.column] = text;
  }
  return { values, problems };
}

function problemOf({ kind, required, choices }: Question, text: string): string | null {
  if (kind === "yes_no") return required && text !== "yes" && text !== "no" ? "Choose yes or no." : null;
  if (text === "") return required ? "Please answer this." : null;
  switch (kind) {
    case "text":
      return text.length > LONGEST_ANSWER
        ? `Use at most ${LONGEST_ANSWER.toLocaleString("en")} characters.`
        : null;
    case "choice":
      return choices.includes(text) ? null : "Choose one of these.";
    case "number":
      return /^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(text) ? null : "Give a number, such as 12 or 2.5.";
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
        ? null
        : "Give a day, such as 2027-01-31.";
    case "colour":
      return /^#[0-9a-f]{6}$/i.test(text) ? null : "Give a colour, such as #102030.";
  }
}
