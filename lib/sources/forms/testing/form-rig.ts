import { takeProcessWide } from "@/lib/server/process-registry";
import { newPerson, type Person } from "@/lib/server/testing/people";
import { createTable } from "../../tables/create-table";
import { listRows } from "../../tables/read-rows-of";
import { listOfRows } from "../../tables/table-list";
import { answerForm, type FormAnswer } from "../answer-form";
import { type FormInput, formInput } from "../form-input";
import { formToken } from "../form-token";
import { createForm } from "../manage-forms";

export const NOW = new Date("2026-12-01T12:00:00Z");
export const FORM: FormInput = {
  title: "Your <favourite>",
  intro: "Tell us.\n\nIt shows at once.",
  questions: [
    { column: "Name", label: "Your name", kind: "text", required: true, choices: [] },
    { column: "Size", label: "Your size", kind: "choice", required: false, choices: ["S", "M"] },
    { column: "Count", label: "How many", kind: "number", required: false, choices: [] },
    { column: "Day", label: "When", kind: "date", required: false, choices: [] },
    { column: "Colour", label: "Colour", kind: "colour", required: false, choices: [] },
    { column: "News", label: "Send me news", kind: "yes_no", required: false, choices: [] },
  ],
  thanks: "Thank you & see you.",
  consent: "",
  byAddress: false,
  linkKey: null,
};
const ROW = {
  Email: "maria@example.com",
  Name: "Maria",
  Size: "",
  Count: "",
  Day: "",
  Colour: "",
  News: "",
  Kept: "kept",
};

type Sent = { answers?: Record<string, string>; age?: number; from?: string; length?: number };

/** A table with one row, and forms whose answers go there. */
export type FormRig = {
  owner: Person;
  sourceId: string;
  newForm: (change?: Partial<FormInput>) => Promise<{ id: string; key: string }>;
  rows: () => Promise<Awaited<ReturnType<typeof listRows>>["rows"]>;
  /** Answers a form whose page was asked for some time ago. */
  send: (form: { id: string; key: string }, sent: Sent) => Promise<FormAnswer>;
};

export async function openFormRig(): Promise<FormRig> {
  takeProcessWide("form-limiter");
  const owner = await newPerson();
  const options = { name: "Guests", keyColumn: "Email", param: "id", keyKind: "email" } as const;
  const {
    source: { id: sourceId },
  } = await createTable(owner.scope, options, listOfRows([ROW]));
  return {
    owner,
    sourceId,
    async newForm(change = {}) {
      const { id, url } = await createForm(owner.scope, sourceId, formInput.parse({ ...FORM, ...change }));
      return { id, key: url.split("/").at(-1) ?? "" };
    },
    rows: async () => (await listRows(owner.scope, sourceId, { limit: 100 })).rows,
    send({ id, key }, { answers = {}, age = 10_000, from = "203.0.113.7", length }) {
      const body = new URLSearchParams({ _token: formToken(id, NOW.getTime() - age), ...answers }).toString();
      const headers = { "x-forwarded-for": from, ...(length ? { "content-length": String(length) } : {}) };
      return answerForm(key, new Request("http://localhost/f/x", { method: "POST", body, headers }), NOW);
    },
  };
}
