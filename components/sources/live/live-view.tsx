"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { toast } from "sonner";
import { ApiError, sentenceOf } from "../../api/call-api";
import type { LinkItem } from "../../api/links";
import { deleteLive, type LiveSource, renameLive, restoreLive } from "../../api/live-sources";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { InlineName } from "../../ui/inline-name";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../ui/menu";
import { toastWithUndo } from "../../ui/toast-with-undo";
import { SourceLinks } from "../source-links";
import { AddressField } from "./address-field";
import { FormatFields } from "./format-fields";
import { HeaderRows } from "./header-rows";
import { stateWords } from "./live-words";
import { StatePanel } from "./state-panel";
import { TestPanel } from "./test-panel";
import { TimesFields } from "./times-fields";
import { useLiveForm } from "./use-live-form";
import { ValueRows } from "./value-rows";

export type LiveViewProps = {
  workspace: string;
  source: LiveSource;
  links: readonly LinkItem[];
  canEdit: boolean;
};

/** One live source: how it is asked, what it answers, and how it does. */
export function LiveView({ workspace, links, canEdit, ...loaded }: LiveViewProps) {
  const router = useRouter();
  const title = useId();
  const form = useLiveForm(workspace, loaded.source);
  const [renaming, setRenaming] = useState(false);
  const { source, config, error, faultAt } = form;
  const state = stateWords(source.health, Date.now());
  const disabled = !canEdit;
  const isAtField = error instanceof ApiError && Object.keys(error.fields).length > 0;

  async function rename(name: string) {
    setRenaming(false);
    try {
      form.setSource({ ...source, name: await renameLive(workspace, source.id, name) });
    } catch (failure) {
      toast.error(sentenceOf(failure));
    }
  }

  async function remove() {
    try {
      await deleteLive(workspace, source.id);
      router.push(`/${workspace}/data`);
      toastWithUndo(`“${source.name}” is deleted`, () => {
        restoreLive(workspace, source.id).then(
          () => router.refresh(),
          (failure: unknown) => toast.error(sentenceOf(failure)),
        );
      });
    } catch (failure) {
      toast.error(sentenceOf(failure));
    }
  }

  return (
    <main className="mx-auto max-w-6xl px-4 py-4 md:px-8 md:py-6">
      <Link href={`/${workspace}/data`} className="text-muted text-sm hover:text-text">
        Data
      </Link>
      <header className="mt-1 mb-5 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        {renaming ? (
          <InlineName
            label="Name"
            name={source.name}
            longest={80}
            className="max-w-md"
            onDone={(name) => void rename(name)}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <h1 className="min-w-0 break-words font-semibold text-lg tracking-tight">{source.name}</h1>
        )}
        <span className="flex-1" suppressHydrationWarning>
          <Badge tone={state.tone}>{state.text}</Badge>
        </span>
        {canEdit ? (
          <Menu>
            <MenuTrigger asChild>
              <IconButton label="More for this source">
                <Ellipsis aria-hidden className="size-4" />
              </IconButton>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setRenaming(true)}>
                Rename
              </MenuItem>
              <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => void remove()}>
                Delete
              </MenuItem>
            </MenuContent>
          </Menu>
        ) : null}
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <section aria-labelledby={title} className="grid gap-5 rounded-lg bg-panel p-4 shadow-card">
          <h2 id={title} className="font-semibold text-sm">
            How it is asked
          </h2>
          <AddressField
            address={config.address}
            error={faultAt("/config/address")}
            disabled={disabled}
            onChange={(address) => form.change({ address })}
          />
          <FormatFields form={form} disabled={disabled} />
          <HeaderRows form={form} disabled={disabled} />
          <ValueRows form={form} disabled={disabled} />
          <TimesFields form={form} disabled={disabled} />
          {canEdit ? (
            <footer className="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap items-center gap-3 rounded-b-lg border-t bg-panel px-4 py-3">
              <Button
                variant="primary"
                busy={form.busy === "save"}
                disabled={!form.isChanged}
                onClick={() => void form.save()}
              >
                Save
              </Button>
              <p className="text-muted text-xs">{form.isChanged ? "Not saved yet." : "Saved."}</p>
              <p aria-live="assertive" className="basis-full text-danger-text text-sm empty:hidden">
                {error
                  ? isAtField
                    ? firstFault(error)
                    : error instanceof ApiError
                      ? error.message
                      : error
                  : ""}
              </p>
            </footer>
          ) : null}
        </section>
        <div className="grid min-w-0 gap-4">
          {canEdit ? <TestPanel form={form} disabled={disabled} /> : null}
          <StatePanel workspace={workspace} source={source} onSource={form.setSource} />
          <SourceLinks workspace={workspace} links={links} />
        </div>
      </div>
    </main>
  );
}

/** What is wrong first, also where the form has no place of its own for it. */
function firstFault(error: ApiError): string {
  return Object.values(error.fields)[0] ?? error.message;
}
