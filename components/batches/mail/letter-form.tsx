"use client";

import { Mail } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { Letter } from "@/lib/batches/mailing/letter";
import type { MailingItem } from "@/lib/batches/mailing/mailing-item";
import type { BatchItem } from "../../api/batches";
import { ApiError, sentenceOf } from "../../api/call-api";
import { sendTestMail, startMailing } from "../../api/mailings";
import { AskDialog } from "../../ui/ask-dialog";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { SegmentedControl } from "../../ui/segmented-control";
import { Select } from "../../ui/select";
import { columnName, many } from "../batch-words";
import type { TemplateFacts } from "../template-facts";
import { guessColumn } from "./guess-column";
import { LetterText } from "./letter-text";
import { PlanStatus } from "./plan-status";
import { planProblem, planWords } from "./plan-words";
import { usePlan } from "./use-plan";

const DELIVERIES = [
  { value: "file", label: "Attach the file" },
  { value: "address", label: "Send its address" },
] as const;

export type LetterFormProps = {
  workspace: string;
  batch: BatchItem;
  fields: TemplateFacts["fields"];
  /** What was mailed before; null: nothing. */
  before: MailingItem | null;
  onStarted: (mailing: MailingItem) => void;
  /** Back to what was mailed before; null: nothing was. */
  onBack: (() => void) | null;
};

/** Who gets what, from whom, in which words; tried on oneself, and asked once before it leaves. */
export function LetterForm({ workspace, batch, before, onStarted, onBack }: LetterFormProps) {
  const [letter, setLetter] = useState<Letter>(() => before?.letter ?? firstLetter(batch));
  // What was mailed when this was opened: what others mail meanwhile was not looked at.
  const [seen] = useState(before?.id ?? null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [tests, setTests] = useState(false);
  const [asks, setAsks] = useState(false);
  const { plan, error } = usePlan(workspace, batch.id, letter.column);
  const isWhole = letter.column >= 0 && letter.subject.trim() !== "" && letter.message.trim() !== "";
  const problem = plan && planProblem(plan, letter.deliver);

  function change(part: Partial<Letter>) {
    setLetter({ ...letter, ...part });
    setErrors({});
  }

  function fail(failure: unknown) {
    if (failure instanceof ApiError && Object.keys(failure.fields).length > 0) setErrors(failure.fields);
    else toast.error(sentenceOf(failure));
  }

  async function test() {
    setTests(true);
    try {
      const { row, to } = await sendTestMail(workspace, batch.id, letter);
      toast(`The mail of row ${row} is sent to ${to}`);
    } catch (failure) {
      fail(failure);
    }
    setTests(false);
  }

  return (
    <div className="grid gap-5 rounded-lg bg-panel p-4 shadow-card">
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-3">
        <Field
          label="Addresses"
          error={errors["/column"] ?? error ?? undefined}
          hint={letter.column < 0 ? "The column with the e-mail addresses." : undefined}
        >
          {(control) => (
            <Select
              {...control}
              value={letter.column < 0 ? "" : `${letter.column}`}
              options={batch.columns.map((_, index) => ({
                value: `${index}`,
                label: columnName(batch.columns, index),
              }))}
              onValueChange={(value) => change({ column: Number(value) })}
            />
          )}
        </Field>
        <Field label="Sender’s name" error={errors["/senderName"]} hint="Shown as who it comes from.">
          {(control) => (
            <Input
              {...control}
              value={letter.senderName}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => change({ senderName: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label="Answers go to" error={errors["/replyTo"]} hint="An e-mail address; may be left out.">
          {(control) => (
            <Input
              {...control}
              type="email"
              value={letter.replyTo ?? ""}
              maxLength={254}
              autoComplete="off"
              onChange={(event) => change({ replyTo: event.currentTarget.value || null })}
            />
          )}
        </Field>
      </div>
      <LetterText words={letter} columns={batch.columns} errors={errors} onChange={change} />
      <Field
        label="What it carries"
        error={errors["/deliver"]}
        hint={
          letter.deliver === "address"
            ? "The address works as long as this batch is kept, which is 30 days."
            : undefined
        }
      >
        {(control) => (
          <SegmentedControl
            {...control}
            label="What it carries"
            className="max-w-80"
            value={letter.deliver}
            segments={DELIVERIES}
            onValueChange={(deliver) => change({ deliver })}
          />
        )}
      </Field>
      <div className="grid gap-3 border-t pt-4">
        <PlanStatus plan={plan} deliver={letter.deliver} />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            icon={<Mail aria-hidden className="size-4" />}
            disabled={!isWhole || !plan || problem !== null}
            onClick={() => setAsks(true)}
          >
            {plan ? `Send ${many(plan.mails, "mail")}…` : "Send…"}
          </Button>
          <Button busy={tests} disabled={!isWhole} onClick={() => void test()}>
            Send a test to me
          </Button>
          {onBack ? (
            <Button variant="ghost" onClick={onBack}>
              Back
            </Button>
          ) : null}
        </div>
      </div>
      <AskDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={plan ? `Send ${many(plan.mails, "mail")}?` : "Send?"}
        yes="Send"
        no="Not yet"
        onYes={async () => {
          try {
            onStarted(await startMailing(workspace, batch.id, { ...letter, seen }));
          } catch (failure) {
            fail(failure);
            throw failure;
          }
        }}
      >
        {plan ? <p className="text-muted">{planWords(plan, letter.deliver)}</p> : null}
        <p className="text-muted">
          {before && before.counts.sent > 0
            ? `${many(before.counts.sent, "person", "people")} got a mail of this batch before, and get another one. `
            : ""}
          What has left cannot be taken back.
        </p>
      </AskDialog>
    </div>
  );
}

function firstLetter({ columns, name }: BatchItem): Letter {
  return {
    column: guessColumn(columns),
    senderName: "",
    replyTo: null,
    subject: name,
    message: "",
    deliver: "file",
  };
}
