import { z } from "zod";
import { callApi, nothing } from "./call-api";
import { sourcePath } from "./sources";

export const QUESTION_KINDS = ["text", "choice", "number", "date", "colour", "yes_no"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

const question = z.object({
  column: z.string(),
  label: z.string(),
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
  choices: z.array(z.string()),
});
export type Question = z.infer<typeof question>;

export const FORM_STATES = ["open", "paused", "closed"] as const;
export type FormState = (typeof FORM_STATES)[number];

export const formItem = z.object({
  id: z.string(),
  sourceId: z.string(),
  url: z.string(),
  title: z.string(),
  intro: z.string(),
  questions: z.array(question),
  thanks: z.string(),
  consent: z.string(),
  /** Whether the address may say whose row the answers go to. */
  byAddress: z.boolean(),
  linkKey: z.string().nullable(),
  state: z.enum(FORM_STATES),
  answers: z.number(),
  createdAt: z.coerce.date(),
});
export type FormItem = z.infer<typeof formItem>;

export type FormWish = Pick<
  FormItem,
  "title" | "intro" | "questions" | "thanks" | "consent" | "byAddress" | "linkKey"
>;

const formPath = (workspace: string, id: string) => `/api/w/${encodeURIComponent(workspace)}/forms/${id}`;

export function createForm(workspace: string, sourceId: string, body: FormWish): Promise<FormItem> {
  return callApi({
    method: "POST",
    path: `${sourcePath(workspace, sourceId)}/forms`,
    body,
    answer: formItem,
  });
}

export function changeForm(workspace: string, id: string, body: FormWish): Promise<FormItem> {
  return callApi({ method: "PUT", path: formPath(workspace, id), body, answer: formItem });
}

export function setFormState(workspace: string, id: string, state: FormState): Promise<FormItem> {
  return callApi({
    method: "PUT",
    path: `${formPath(workspace, id)}/state`,
    body: { state },
    answer: formItem,
  });
}

export function deleteForm(workspace: string, id: string): Promise<undefined> {
  return callApi({ method: "DELETE", path: formPath(workspace, id), answer: nothing });
}
