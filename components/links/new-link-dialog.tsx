"use client";

import { useEffect, useId, useState } from "react";
import { ApiError, callApi, sentenceOf } from "../api/call-api";
import { createLink, type LinkItem } from "../api/links";
import { type TemplateItem, templatePage } from "../api/template-item";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { SearchInput } from "../ui/search-input";

/** Templates offered at a time; the search finds the others. */
const OFFERED = 20;
/** Quiet time before a search begins, ms. */
const PAUSE = 250;

export type NewLinkDialogProps = {
  open: boolean;
  workspace: string;
  onClose: () => void;
  onMade: (link: LinkItem) => void;
};

export function NewLinkDialog({ open, onClose, ...rest }: NewLinkDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(next) => next || onClose()}>
      <DialogContent
        title="New link"
        description="One more address of a template, such as for another campaign, with settings of its own."
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form={form} busy={busy}>
              Make link
            </Button>
          </>
        }
      >
        <NewLinkForm id={form} onBusy={setBusy} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Omit<NewLinkDialogProps, "open" | "onClose"> & {
  id: string;
  onBusy: (busy: boolean) => void;
};

/** Begins anew each time the dialog opens. */
function NewLinkForm({ id, workspace, onMade, onBusy }: FormProps) {
  const [search, setSearch] = useState("");
  const [templates, setTemplates] = useState<readonly TemplateItem[] | null>(null);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<string>();

  useEffect(() => {
    let current = true;
    const query = new URLSearchParams({ limit: String(OFFERED), ...(search.trim() ? { search } : {}) });
    const path = `/api/w/${encodeURIComponent(workspace)}/templates?${query}`;
    const timer = setTimeout(
      () =>
        callApi({ method: "GET", path, answer: templatePage }).then(
          (page) => current && setTemplates(page.templates),
          (failure: unknown) => current && setError(sentenceOf(failure)),
        ),
      search === "" ? 0 : PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, search]);

  async function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    setError(undefined);
    setFields(templateId === null ? { "/templateId": "Choose a template." } : {});
    if (templateId === null) return;
    onBusy(true);
    try {
      onMade(await createLink(workspace, { templateId, name: name.trim() }));
    } catch (failure) {
      const said = failure instanceof ApiError ? failure.fields : {};
      setFields(said);
      if (Object.keys(said).length === 0) setError(sentenceOf(failure));
    }
    onBusy(false);
  }

  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-muted text-xs">Template</legend>
        <SearchInput
          aria-label="Search templates"
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div aria-busy={templates === null} className="max-h-52 overflow-y-auto rounded-md ring-1 ring-line">
          {templates?.length === 0 ? (
            <p className="px-3 py-2 text-muted text-sm">No template is like that.</p>
          ) : null}
          {templates?.map((template) => (
            <label key={template.id} className="flex items-center gap-2 px-3 py-1.5 text-sm hover:bg-hover">
              <input
                type="radio"
                name={`${id}-template`}
                checked={templateId === template.id}
                onChange={() => setTemplateId(template.id)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1 truncate">{template.name}</span>
              {template.status === "draft" ? (
                <span className="shrink-0 text-faint text-xs">not published yet</span>
              ) : null}
            </label>
          ))}
        </div>
        <p aria-live="polite" className="text-danger-text text-xs empty:hidden">
          {fields["/templateId"] ?? ""}
        </p>
      </fieldset>
      <Field
        label="Name"
        hint="Such as the campaign it is for. Only your team sees it."
        error={fields["/name"]}
      >
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
    </form>
  );
}
