"use client";

import { CircleAlert, CircleCheck, FileUp } from "lucide-react";
import Link from "next/link";
import { type ChangeEvent, useRef } from "react";
import { TEMPLATE_FILE_ENDING } from "@/lib/template/template-file";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Spinner } from "../ui/spinner";
import type { ImportFiles, ImportingFile } from "./use-import-files";

export type ImportDialogProps = { workspace: string; importing: ImportFiles };

/** Template files on their way in, what became of each, and what one should know of it. */
export function ImportDialog({ workspace, importing }: ImportDialogProps) {
  const { files, open, setOpen, start, isBusy } = importing;
  const input = useRef<HTMLInputElement>(null);
  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = "";
    start(chosen);
  }
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title="Import templates"
        description="From files that were exported here or in another workspace. Each becomes a new draft."
        className="grid content-start gap-3"
      >
        <input
          ref={input}
          type="file"
          multiple
          accept={`${TEMPLATE_FILE_ENDING},application/zip`}
          aria-label="Template files"
          tabIndex={-1}
          className="sr-only"
          onChange={onChange}
        />
        <button
          type="button"
          onClick={() => input.current?.click()}
          className="flex flex-col items-center gap-1 rounded-lg border border-line-strong border-dashed px-4 py-6 text-center transition-colors hover:bg-hover"
        >
          <FileUp aria-hidden className="mb-1 size-5 text-faint" />
          <span className="font-medium text-sm">
            {files.length > 0 ? "Choose more files" : "Choose files"}
          </span>
          <span className="text-faint text-xs">
            or drop them anywhere on this page: {TEMPLATE_FILE_ENDING}, up to 50 MB
          </span>
        </button>
        <ul aria-label="Imported files" className="grid gap-2 empty:hidden">
          {files.map((file) => (
            <li key={file.key} className="rounded-lg px-3 py-2.5 ring-1 ring-line ring-inset">
              <FileRow workspace={workspace} file={file} />
            </li>
          ))}
        </ul>
        <p role="status" className="sr-only">
          {isBusy ? "Importing" : summary(files)}
        </p>
      </DialogContent>
    </Dialog>
  );
}

function summary(files: readonly ImportingFile[]): string {
  if (files.length === 0) return "";
  const done = files.filter(({ state }) => state.kind === "done").length;
  return `${done} of ${files.length} imported`;
}

function FileRow({ workspace, file: { name, state } }: { workspace: string; file: ImportingFile }) {
  switch (state.kind) {
    case "waiting":
    case "sending":
    case "reading":
      return <OnItsWay name={name} state={state} />;
    case "failed":
      return (
        <div className="flex gap-2.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-text" />
          <div className="min-w-0">
            <p className="break-words font-medium text-sm">{name}</p>
            <p role="alert" className="break-words text-danger-text text-sm">
              {state.sentence}
            </p>
          </div>
        </div>
      );
    case "done":
      return (
        <>
          <div className="flex items-center gap-2.5">
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success-text" />
            <p className="min-w-0 flex-1 truncate font-medium text-sm" title={state.template.name}>
              {state.template.name}
            </p>
            <Button asChild size="small">
              <Link href={`/${workspace}/templates/${state.template.id}`}>Open</Link>
            </Button>
          </div>
          {state.notes.length > 0 ? (
            <ul className="mt-1.5 grid list-disc gap-1 break-words pl-10 text-muted text-sm">
              {state.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          ) : null}
        </>
      );
  }
}

type Moving = Extract<ImportingFile["state"], { kind: "waiting" | "sending" | "reading" }>;

function OnItsWay({ name, state }: { name: string; state: Moving }) {
  const percent =
    state.kind === "sending" ? Math.round(state.share * 100) : state.kind === "reading" ? 100 : 0;
  const words = { waiting: "Waiting", sending: `${percent} %`, reading: "Reading" }[state.kind];
  return (
    <>
      <div className="flex items-center gap-2.5">
        <Spinner />
        <p className="min-w-0 flex-1 truncate font-medium text-sm" title={name}>
          {name}
        </p>
        <span className="figures text-faint text-xs">{words}</span>
      </div>
      <progress className="sr-only" max={100} value={percent} aria-label={`Import of ${name}`} />
      <span aria-hidden className="mt-2 block h-1 overflow-hidden rounded-full bg-active">
        <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
    </>
  );
}
