"use client";

import { type FormEvent, useId, useState } from "react";
import { ApiError, sentenceOf } from "../api/call-api";
import { createKey, type NewKey } from "../api/keys";
import type { ProjectItem } from "../api/template-item";
import { Button } from "../ui/button";
import { CheckList } from "../ui/check-list";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { presetsOf, type ScopeChoice } from "./scope-choice";

const EXPIRIES = [
  { value: "never", label: "Never" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
] as const;

const REACHES = [
  { value: "all", label: "All projects" },
  { value: "some", label: "Some projects" },
] as const;

export type NewKeyDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspace: string;
  projects: readonly ProjectItem[];
  scopes: readonly ScopeChoice[];
  onMade: (made: NewKey) => void;
};

export function NewKeyDialog({ open, onOpenChange, ...rest }: NewKeyDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="New API key"
        description="It may do what you choose here, and never more than you may yourself."
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button variant="primary" type="submit" form={form} busy={busy}>
              Make key
            </Button>
          </>
        }
      >
        <NewKeyForm id={form} onBusy={setBusy} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Omit<NewKeyDialogProps, "open" | "onOpenChange"> & {
  id: string;
  onBusy: (busy: boolean) => void;
};

/** Begins anew each time the dialog opens. */
function NewKeyForm({ id, workspace, projects, scopes, onMade, onBusy }: FormProps) {
  const presets = presetsOf(scopes);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>(presets[0]?.scopes ?? []);
  const [reach, setReach] = useState("all");
  const [inProjects, setInProjects] = useState<readonly string[]>([]);
  const [expiry, setExpiry] = useState("never");
  const [error, setError] = useState<ApiError | string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    onBusy(true);
    setError(undefined);
    try {
      onMade(
        await createKey(workspace, {
          name,
          scopes: chosen,
          ...(reach === "some" ? { projectIds: inProjects } : {}),
          ...(expiry === "never" ? {} : { expiresInDays: Number(expiry) }),
        }),
      );
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : sentenceOf(failure));
    }
    onBusy(false);
  }

  const at = (path: string) => (error instanceof ApiError ? error.fields[path] : undefined);
  const known = ["/name", "/scopes", "/projectIds"].some((path) => at(path) !== undefined);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <Field label="Name" hint="Where it is used, such as “Shop, production”." error={at("/name")}>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <div>
        <CheckList
          label="It may"
          items={scopes.map((scope) => ({
            value: scope.name,
            label: scope.label,
            note: scope.name,
            disabled: !scope.allowed,
          }))}
          chosen={chosen}
          onChange={setChosen}
          error={at("/scopes")}
        />
        <div className="mt-2 flex flex-wrap gap-2">
          {presets.map((preset) => (
            <Button key={preset.label} size="small" onClick={() => setChosen(preset.scopes)}>
              {preset.label}
            </Button>
          ))}
        </div>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="It reaches">
          {(control) => <Select {...control} value={reach} onValueChange={setReach} options={REACHES} />}
        </Field>
        <Field label="It stops working">
          {(control) => <Select {...control} value={expiry} onValueChange={setExpiry} options={EXPIRIES} />}
        </Field>
      </div>
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
