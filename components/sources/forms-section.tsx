"use client";

import { Ellipsis, ExternalLink, Pause, Pencil, Play, Plus, Square, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import {
  changeForm,
  createForm,
  deleteForm,
  type FormItem,
  type FormState,
  setFormState,
} from "../api/forms";
import type { LinkItem } from "../api/links";
import type { TableItem } from "../api/sources";
import { AskDialog } from "../ui/ask-dialog";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "../ui/menu";
import { FormDialog } from "./form-dialog";
import { countWords } from "./source-words";

const BADGES = {
  open: { tone: "success", label: "Open" },
  paused: { tone: "warning", label: "Paused" },
  closed: { tone: "neutral", label: "Closed" },
} as const;

export type FormsSectionProps = {
  workspace: string;
  table: TableItem;
  forms: readonly FormItem[];
  links: readonly LinkItem[];
  canEdit: boolean;
};

/** Pages whose answers become rows of the table. */
export function FormsSection({ workspace, table, forms: loaded, links, canEdit }: FormsSectionProps) {
  const [forms, setForms] = useState(loaded);
  const [seen, setSeen] = useState(loaded);
  if (seen !== loaded) {
    setSeen(loaded);
    setForms(loaded);
  }
  const [editing, setEditing] = useState<FormItem | "new" | null>(null);
  const [deleting, setDeleting] = useState<FormItem | null>(null);
  const replace = (form: FormItem) =>
    setForms((all) => all.map((each) => (each.id === form.id ? form : each)));

  async function set(form: FormItem, state: FormState) {
    try {
      replace(await setFormState(workspace, form.id, state));
      toast(`“${form.title}” is ${state}`);
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return (
    <section aria-labelledby="forms" className="mt-8">
      <header className="mb-2 flex min-h-8 items-center gap-3">
        <h2 id="forms" className="min-w-0 flex-1 font-semibold text-sm">
          Forms
        </h2>
        {canEdit ? (
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setEditing("new")}
          >
            New form
          </Button>
        ) : null}
      </header>
      {forms.length === 0 ? (
        <p className="text-muted text-sm">
          None yet. A form is a page of its own whose answers become rows here, and pictures show them at
          once.
        </p>
      ) : (
        <ul className="divide-y rounded-lg bg-panel shadow-card">
          {forms.map((form) => (
            <li key={form.id} className="flex items-start gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="min-w-0 truncate font-medium text-sm">{form.title}</span>
                  <Badge tone={BADGES[form.state].tone}>{BADGES[form.state].label}</Badge>
                </p>
                <p className="mt-0.5 text-muted text-xs">
                  <a
                    href={form.url}
                    target="_blank"
                    rel="noreferrer"
                    className="inline-flex max-w-full items-center gap-1 break-all font-mono underline underline-offset-2 hover:text-text"
                  >
                    {form.url}
                    <ExternalLink aria-hidden className="size-3 shrink-0" />
                    <span className="sr-only">(opens in a new tab)</span>
                  </a>{" "}
                  · {countWords(form.answers, "answer")}
                </p>
              </div>
              {canEdit ? (
                <Menu>
                  <MenuTrigger asChild>
                    <IconButton label={`More for ${form.title}`}>
                      <Ellipsis aria-hidden className="size-4" />
                    </IconButton>
                  </MenuTrigger>
                  <MenuContent align="end">
                    <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setEditing(form)}>
                      Change
                    </MenuItem>
                    {form.state === "open" ? (
                      <MenuItem icon={<Pause aria-hidden />} onSelect={() => void set(form, "paused")}>
                        Pause
                      </MenuItem>
                    ) : (
                      <MenuItem icon={<Play aria-hidden />} onSelect={() => void set(form, "open")}>
                        Open
                      </MenuItem>
                    )}
                    {form.state === "closed" ? null : (
                      <MenuItem icon={<Square aria-hidden />} onSelect={() => void set(form, "closed")}>
                        Close
                      </MenuItem>
                    )}
                    <MenuSeparator />
                    <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setDeleting(form)}>
                      Delete
                    </MenuItem>
                  </MenuContent>
                </Menu>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <FormDialog
        form={editing}
        table={table}
        links={links}
        onClose={() => setEditing(null)}
        onWish={async (wish) => {
          if (editing === "new") {
            const made = await createForm(workspace, table.id, wish);
            setForms((all) => [made, ...all]);
          } else if (editing) replace(await changeForm(workspace, editing.id, wish));
          setEditing(null);
        }}
      />
      <AskDialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title="Delete this form?"
        yes="Delete form"
        no="Keep it"
        danger
        onYes={async () => {
          if (!deleting) return;
          await deleteForm(workspace, deleting.id);
          setForms((all) => all.filter(({ id }) => id !== deleting.id));
        }}
      >
        <p className="text-muted">Its address leads nowhere then. Rows that came through it stay.</p>
      </AskDialog>
    </section>
  );
}
