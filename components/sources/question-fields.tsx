"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { QUESTION_KINDS, type Question, type QuestionKind } from "../api/forms";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

const KIND_LABELS: Readonly<Record<QuestionKind, string>> = {
  text: "Text",
  choice: "Choice",
  number: "Number",
  date: "Day",
  colour: "Colour",
  yes_no: "Yes or no",
};

export type QuestionFieldsProps = {
  columns: readonly string[];
  questions: readonly Question[];
  onChange: (questions: Question[]) => void;
  /** What is wrong at a place of the form. */
  problem: (path: string) => string | undefined;
};

/** What a form asks, one a column, in its order. */
export function QuestionFields({ columns, questions, onChange, problem }: QuestionFieldsProps) {
  const free = columns.filter((column) => !questions.some((each) => each.column === column));
  const put = (at: number, change: Partial<Question>) =>
    onChange(questions.map((each, index) => (index === at ? { ...each, ...change } : each)));

  function move(at: number, by: number) {
    const question = questions[at];
    if (question) onChange(questions.toSpliced(at, 1).toSpliced(at + by, 0, question));
  }

  return (
    <section aria-label="Questions" className="grid gap-3">
      <h3 className="font-medium text-muted text-xs">Questions</h3>
      <ol className="grid gap-3">
        {questions.map(({ column, label, kind, required, choices }, at) => (
          <li key={column} className="grid gap-3 rounded-md p-3 ring-1 ring-line ring-inset">
            <div className="flex items-center gap-1">
              <p className="min-w-0 flex-1 truncate text-sm">
                To <span className="font-medium">{column}</span>
              </p>
              <IconButton
                size="small"
                label={`Move ${column} up`}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ArrowUp aria-hidden className="size-3.5" />
              </IconButton>
              <IconButton
                size="small"
                label={`Move ${column} down`}
                disabled={at === questions.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown aria-hidden className="size-3.5" />
              </IconButton>
              <IconButton
                size="small"
                label={`Do not ask for ${column}`}
                onClick={() => onChange(questions.filter((each) => each.column !== column))}
              >
                <X aria-hidden className="size-3.5" />
              </IconButton>
            </div>
            <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
              <Field
                label="Question"
                error={problem(`/questions/${at}/label`) ?? problem(`/questions/${at}/column`)}
              >
                {(control) => (
                  <Input
                    {...control}
                    value={label}
                    maxLength={200}
                    onChange={(event) => put(at, { label: event.target.value })}
                  />
                )}
              </Field>
              <Field label="Answer">
                {(control) => (
                  <Select
                    {...control}
                    value={kind}
                    onValueChange={(value) =>
                      put(at, { kind: QUESTION_KINDS.find((each) => each === value) ?? "text" })
                    }
                    options={QUESTION_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
                  />
                )}
              </Field>
            </div>
            {kind === "choice" ? (
              <Field label="Choices, divided by commas" error={problem(`/questions/${at}/choices`)}>
                {(control) => (
                  <Input
                    {...control}
                    defaultValue={choices.join(", ")}
                    onChange={(event) =>
                      put(at, {
                        choices: event.target.value
                          .split(",")
                          .map((each) => each.trim())
                          .filter(Boolean),
                      })
                    }
                  />
                )}
              </Field>
            ) : null}
            <label className="flex w-fit items-center gap-2 text-sm">
              <input
                type="checkbox"
                checked={required}
                className="size-4 accent-accent"
                onChange={(event) => put(at, { required: event.target.checked })}
              />
              Has to be answered
            </label>
          </li>
        ))}
      </ol>
      {free.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {free.map((column) => (
            <Button
              key={column}
              size="small"
              icon={<Plus aria-hidden className="size-3.5" />}
              onClick={() =>
                onChange([
                  ...questions,
                  { column, label: column, kind: "text", required: false, choices: [] },
                ])
              }
            >
              {column}
            </Button>
          ))}
        </div>
      ) : null}
      {problem("/questions") ? <p className="text-danger-text text-xs">{problem("/questions")}</p> : null}
    </section>
  );
}
