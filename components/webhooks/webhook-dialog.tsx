"use client";

import { type FormEvent, useId, useState } from "react";
import { ApiError, sentenceOf } from "../api/call-api";
import type { ProjectItem } from "../api/template-item";
import type { WebhookItem, WebhookWish } from "../api/webhooks";
import { Button } from "../ui/button";
import { CheckList } from "../ui/check-list";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

/** An event that can be asked for, and what people are told of it. */
export type EventChoice = { name: string; label: string };

const REACHES = [
  { value: "all", label: "All projects" },
  { value: "some", label: "Some projects" },
] as const;

export type WebhookDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is changed; left out: a new one is made. */
  item?: WebhookItem;
  projects: readonly ProjectItem[];
  events: readonly EventChoice[];
  onWish: (wish: WebhookWish) => Promise<void>;
};

/** Asks where events go, which, and of what projects. */
export function WebhookDialog({ open, onOpenChange, ...rest }: WebhookDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={rest.item ? "Change webhook" : "New webhook"}
        description="Events of the workspace are posted to this address."
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button variant="primary" type="submit" form={form} busy={busy}>
              {rest.item ? "Save" : "Create webhook"}
            </Button>
          </>
        }
      >
        <WebhookForm id={form} onBusy={setBusy} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Omit<WebhookDialogProps, "open" | "onOpenChange"> & {
  id: string;
  onBusy: (busy: boolean) => void;
};

/** Begins anew each time the dialog opens. */
function WebhookForm({ id, item, projects, events, onWish, onBusy }: FormProps) {
  const [url, setUrl] = useState(item?.url ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(item?.events ?? events.map(({ name }) => name));
  const [reach, setReach] = useState(item?.projectIds ? "some" : "all");
  const [inProjects, setInProjects] = useState<readonly string[]>(item?.projectIds ?? []);
  const [error, setError] = useState<ApiError | string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    onBusy(true);
    setError(undefined);
    try {
      await onWish({ url: url.trim(), events: chosen, projectIds: reach === "some" ? inProjects : null });
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : sentenceOf(failure));
    }
    onBusy(false);
  }

  const at = (path: string) => (error instanceof ApiError ? error.fields[path] : undefined);
  const known = ["/url", "/events", "/projectIds"].some((path) => at(path) !== undefined);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <Field label="Address" hint="Such as https://example.com/webhooks." error={at("/url")}>
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={url}
            maxLength={2048}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <CheckList
        label="When"
        items={events.map(({ name, label }) => ({ value: name, label, note: name }))}
        chosen={chosen}
        onChange={setChosen}
        error={at("/events")}
      />
      <Field label="Of">
        {(control) => <Select {...control} value={reach} onValueChange={setReach} options={REACHES} />}
      </Field>
      {reach === "some" && (
        <CheckList
          label="Projects"
          items={projects.map((project) => ({ value: project.id, label: project.name }))}
          chosen={inProjects}
          onChange={setInProjects}
          error={at("/projectIds")}
        />
      )}
      <p aria-live="polite" className="text-danger-text text-sm empty:hidden">
        {error && !known ? (error instanceof ApiError ? error.message : error) : ""}
      </p>
    </form>
  );
}
