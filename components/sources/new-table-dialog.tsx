"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { toast } from "sonner";
import { ApiError, sentenceOf } from "../api/call-api";
import { sendList } from "../api/send-list";
import { type ListPreview, listPreview, newTable, type SourceItem, sourcesPath } from "../api/sources";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";
import { KeyFields, type KeyWish } from "./key-fields";
import { listBeginning } from "./list-beginning";
import { PreviewTable } from "./preview-table";
import { countWords } from "./source-words";

export type NewTableDialogProps = {
  workspace: string;
  /** null: closed. */
  file: File | null;
  onClose: () => void;
  onMade: (source: SourceItem) => void;
};

/** Makes a table of a list: what is in it, and how its rows are found. */
export function NewTableDialog({ workspace, file, onClose, onMade }: NewTableDialogProps) {
  const form = useId();
  const [share, setShare] = useState<number | null>(null);
  const upload = useRef<AbortController | null>(null);
  const close = () => {
    upload.current?.abort();
    onClose();
  };
  return (
    <Dialog open={file !== null} onOpenChange={(open) => open || close()}>
      {file ? (
        <DialogContent
          title="New table"
          description={`From ${file.name}. Its rows are kept encrypted.`}
          width="large"
          footer={
            <>
              <Button onClick={close}>Cancel</Button>
              <Button variant="primary" type="submit" form={form} busy={share !== null}>
                Create table
              </Button>
            </>
          }
        >
          <NewTableForm
            key={`${file.name} ${file.lastModified} ${file.size}`}
            id={form}
            workspace={workspace}
            file={file}
            share={share}
            onShare={setShare}
            upload={upload}
            onMade={onMade}
          />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

type FormProps = {
  id: string;
  workspace: string;
  file: File;
  share: number | null;
  onShare: (share: number | null) => void;
  upload: { current: AbortController | null };
  onMade: (source: SourceItem) => void;
};

function NewTableForm({ id, workspace, file, share, onShare, upload, onMade }: FormProps) {
  const { preview, failed } = usePreview(workspace, file);
  const [name, setName] = useState(() => file.name.replace(/\.[^.]+$/, "").slice(0, 80));
  const [typed, setTyped] = useState<Partial<KeyWish & { param: string }>>({});
  const [error, setError] = useState<ApiError | string>();
  const at = (path: string) => (error instanceof ApiError ? error.fields[path] : undefined);
  if (failed) return <p className="text-danger-text text-sm">{failed}</p>;
  if (!preview) return <Skeleton className="h-48 w-full rounded-md" />;
  const wish = {
    keyColumn: preview.keyColumn ?? preview.columns[0] ?? "",
    keyKind: preview.keyKind,
    param: "id",
    ...typed,
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    onShare(0);
    upload.current = new AbortController();
    const query = new URLSearchParams({ name, ...wish });
    try {
      const { source, notes } = await sendList({
        path: `${sourcesPath(workspace)}/tables?${query}`,
        file,
        onProgress: onShare,
        signal: upload.current.signal,
        answer: newTable,
      });
      toast(`“${source.name}” is there, with ${countWords(source.rows, "row")}`, {
        ...(notes.length > 0 ? { description: notes.join(" "), duration: 20_000 } : {}),
      });
      onMade(source);
    } catch (failure) {
      const gone = failure instanceof DOMException && failure.name === "AbortError";
      if (!gone) setError(failure instanceof ApiError ? failure : sentenceOf(failure));
    }
    onShare(null);
  }

  const known = ["/name", "/keyColumn", "/param"].some((path) => at(path) !== undefined);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <PreviewTable columns={preview.columns} rows={preview.rows} />
      <Field label="Name" error={at("/name")}>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <KeyFields
        columns={preview.columns}
        wish={wish}
        onChange={(change) => setTyped({ ...typed, ...change })}
        error={at("/keyColumn")}
      />
      <Field
        label="Name in the address"
        hint={
          <>
            Pictures are asked for with <code className="font-mono">?{wish.param || "id"}=…</code>
          </>
        }
        error={at("/param")}
      >
        {(control) => (
          <Input
            {...control}
            value={wish.param}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            onChange={(event) => setTyped({ ...typed, param: event.target.value.trim() })}
          />
        )}
      </Field>
      <div aria-live="polite">
        {share === null ? null : (
          <label className="grid gap-1 text-muted text-xs">
            {share < 1 ? "Uploading" : "Reading the rows"}
            <progress value={share < 1 ? share : undefined} max={1} className="h-1.5 w-full accent-accent" />
          </label>
        )}
      </div>
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error && !known ? (error instanceof ApiError ? error.message : error) : ""}
      </p>
    </form>
  );
}

type Previewing = { preview: ListPreview | null; failed: string | null };

/** What a file has in it, as the server reads it. */
export function usePreview(workspace: string, file: File): Previewing {
  const [state, setState] = useState<Previewing>({ preview: null, failed: null });
  useEffect(() => {
    const asked = new AbortController();
    listBeginning(file)
      .then((beginning) =>
        sendList({
          path: `${sourcesPath(workspace)}/preview`,
          file: beginning,
          signal: asked.signal,
          answer: listPreview,
        }),
      )
      .then(
        (preview) => asked.signal.aborted || setState({ preview, failed: null }),
        (error: unknown) => asked.signal.aborted || setState({ preview: null, failed: sentenceOf(error) }),
      );
    return () => asked.abort();
  }, [workspace, file]);
  return state;
}
