import { z } from "zod";
import { lineOfText } from "@/lib/server/line-of-text";

export const QUESTION_KINDS = ["text", "choice", "number", "date", "colour", "yes_no"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const FORM_STATES = ["open", "paused", "closed"] as const;

/** Most characters of an answer. */
export const LONGEST_ANSWER = 2_000;

const longText = (longest: number) =>
  z
    .string()
    .max(longest, `Use at most ${longest.toLocaleString("en")} characters.`)
    .refine((text) => !text.includes("\0"), "There is a character in it that no text has.")
    .transform((text) => text.normalize("NFC").trim());

export const question = z.strictObject({
  /** The column that its answers go to. */
  column: z.string().min(1).max(200),
  label: lineOfText(200, "Say what is asked."),
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
  /** What can be chosen; of a choice only. */
  choices: z.array(lineOfText(100, "Say what can be chosen.")).max(50, "Offer at most 50 choices."),
});
export type Question = z.infer<typeof question>;

export const formInput = z
  .strictObject({
    title: lineOfText(120, "Say what the form is."),
    intro: longText(2_000),
    questions: z.array(question).min(1, "Ask at least one question.").max(30, "Ask at most 30 questions."),
    thanks: longText(2_000),
    consent: longText(2_000),
    byAddress: z.boolean(),
    linkKey: z
      .string()
      .regex(/^[0-9A-Za-z]{1,60}$/)
      .nullable(),
  })
  .superRefine(({ questions }, context) => {
    for (const [at, { column, kind, choices }] of questions.entries()) {
      if (questions.findIndex((each) => each.column === column) !== at) {
        context.addIssue({
          code: "custom",
          path: ["questions", at, "column"],
          message: `“${column}” is asked twice.`,
        });
      }
      if (kind === "choice" && choices.length < 2) {
        context.addIssue({
          code: "custom",
          path: ["questions", at, "choices"],
          message: "Offer at least two choices.",
        });
      }
    }
  });
export type FormInput = z.infer<typeof formInput>;

export const formStateInput = z.strictObject({ state: z.enum(FORM_STATES) });
