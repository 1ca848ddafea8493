"use client";

import { type FormEvent, useId, useState } from "react";
import { labelFromKey } from "@/lib/template/label-from-key";
import { ApiError, sentenceOf } from "../api/call-api";
import type { FormItem, FormWish, Question } from "../api/forms";
import type { LinkItem } from "../api/links";
import type { TableItem } from "../api/sources";
import { linkName } from "../links/link-words";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { INPUT_LOOK, Input } from "../ui/input";
import { Select } from "../ui/select";
import { Switch } from "../ui/switch";
import { QuestionFields } from "./question-fields";

const NO_PICTURE = "none";

export type FormDialogProps = {
  /** null: closed. */
  form: FormItem | "new" | null;
  table: TableItem;
  /** Links that look values up in the table. */
  links: readonly LinkItem[];
  onClose: () => void;
  onWish: (wish: FormWish) => Promise<void>;
};

/** What a form asks, says and does with the answers. */
export function FormDialog({ form, onClose, ...rest }: FormDialogProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={form !== null} onOpenChange={(open) => open || onClose()}>
      {form ? (
        <DialogContent
          title={form === "new" ? "New form" : "Change form"}
          description="Whoever has its address may answer, without signing in."
          width="large"
          footer={
            <>
              <Button onClick={onClose}>Cancel</Button>
              <Button variant="primary" type="submit" form={id} busy={busy}>
                {form === "new" ? "Publish form" : "Save"}
              </Button>
            </>
          }
        >
          <FormForm
            key={form === "new" ? "" : form.id}
            id={id}
            form={form === "new" ? null : form}
            onBusy={setBusy}
            {...rest}
          />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

type FormProps = Omit<FormDialogProps, "form" | "onClose"> & {
  id: string;
  form: FormItem | null;
  onBusy: (busy: boolean) => void;
};

function newWish({ name, columns, keyColumn }: TableItem): FormWish {
  const questions = columns
    .filter((column) => column !== keyColumn)
    .slice(0, 30)
    .map(
      (column): Question => ({
        column,
        label: labelFromKey(column),
        kind: "text",
        required: false,
        choices: [],
      }),
    );
  const words = { intro: "", thanks: "Thank you.", consent: "" };
  return { title: name, questions, ...words, byAddress: false, linkKey: null };
}

function FormForm({ id, form, table, links, onBusy, onWish }: FormProps) {
  const byAddress = useId();
  const [wish, setWish] = useState<FormWish>(() =>
    form
      ? {
          ...{ title: form.title, intro: form.intro, questions: form.questions, thanks: form.thanks },
          ...{ consent: form.consent, byAddress: form.byAddress, linkKey: form.linkKey },
        }
      : newWish(table),
  );
  const [error, setError] = useState<ApiError | string>();
  const put = (change: Partial<FormWish>) => setWish((now) => ({ ...now, ...change }));
  const at = (path: string) => (error instanceof ApiError ? error.fields[path] : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    onBusy(true);
    setError(undefined);
    try {
      await onWish(wish);
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : sentenceOf(failure));
    }
    onBusy(false);
  }

  const area = (label: string, name: "intro" | "thanks" | "consent", hint: string) => (
    <Field label={label} hint={hint} error={at(`/${name}`)}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={2000}
          value={wish[name]}
          onChange={(event) => put({ [name]: event.target.value })}
          className={classNames(INPUT_LOOK, "resize-y px-2.5 py-1.5 text-sm")}
        />
      )}
    </Field>
  );

  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <Field label="Title" error={at("/title")}>
        {(control) => (
          <Input
            {...control}
            value={wish.title}
            maxLength={120}
            onChange={(event) => put({ title: event.target.value })}
          />
        )}
      </Field>
      {area("What stands above the questions", "intro", "An empty line begins a new paragraph.")}
      <QuestionFields
        columns={table.columns.filter((column) => column !== table.keyColumn)}
        questions={wish.questions}
        onChange={(questions) => put({ questions })}
        problem={at}
      />
      {area("Thank-you text", "thanks", "Shown when the answers have come.")}
      {area("Consent", "consent", "What somebody has to agree to. Empty: nothing.")}
      <div className="flex items-start gap-3">
        <Switch
          id={byAddress}
          checked={wish.byAddress}
          onCheckedChange={(on) => put({ byAddress: on })}
          aria-describedby={`${byAddress}-note`}
        />
        <div className="-mt-0.5">
          <label htmlFor={byAddress} className="text-sm">
            The address says whose row it is
          </label>
          <p id={`${byAddress}-note`} className="text-faint text-xs">
            With <code className="font-mono">?id=…</code> behind the address, as in a mail, answers go to that
            row: whoever knows somebody’s {table.keyColumn} can answer for them. Else each answer is a new
            row.
          </p>
        </div>
      </div>
      <Field
        label="Picture"
        hint={
          links.length === 0
            ? "Let a link look values up in this table, and its picture can thank."
            : "Made from the answers at once, and shown with the thanks."
        }
        error={at("/linkKey")}
      >
        {(control) => (
          <Select
            {...control}
            value={wish.linkKey ?? NO_PICTURE}
            onValueChange={(key) => put({ linkKey: key === NO_PICTURE ? null : key })}
            options={[
              { value: NO_PICTURE, label: "None" },
              ...links.map((link) => ({ value: link.key, label: linkName(link) })),
            ]}
          />
        )}
      </Field>
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error ? (error instanceof ApiError ? error.message : error) : ""}
      </p>
    </form>
  );
}
