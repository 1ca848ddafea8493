import { LONGEST_ANSWER, type Question } from "./form-input";

/** Answers by the number of their question, or what is wrong with them. */
export type ReadAnswers = { values: Record<string, string>; problems: Map<number, string> };

/** The name of a question's input. */
export const inputName = (at: number) => `q${at}`;

/** What somebody answered, judged: the browser judges too, but nobody has to use one. */
export function readAnswers(questions: readonly Question[], form: URLSearchParams): ReadAnswers {
  const values: Record<string, string> = {};
  const problems = new Map<number, string>();
  for (const [at, asked] of questions.entries()) {
    const text = (form.get(inputName(at)) ?? "").replaceAll("\0", "").normalize("NFC").trim();
    const problem = problemOf(asked, text);
    if (problem !== null) problems.set(at, problem);
    values[asked.column] = asked.kind === "yes_no" ? (text === "yes" ? "yes" : "no") : text;
  }
  return { values, problems };
}

function problemOf({ kind, required, choices }: Question, text: string): string | null {
  if (kind === "yes_no") return null;
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
