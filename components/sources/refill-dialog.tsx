"use client";

import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { sendList } from "../api/send-list";
import { dropFilling, type Refill, refill, showFilling, sourcePath, type TableItem } from "../api/sources";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { KeyFields, type KeyWish } from "./key-fields";
import { usePreview } from "./new-table-dialog";
import { PreviewTable } from "./preview-table";
import { countWords } from "./source-words";

export type RefillDialogProps = {
  workspace: string;
  table: TableItem;
  /** null: closed. */
  file: File | null;
  onClose: () => void;
  onShown: () => void;
};

/** Another list for a table: read beside the shown one, looked at, and shown when somebody says so. */
export function RefillDialog({ file, ...rest }: RefillDialogProps) {
  const leave = useRef<() => void>(() => undefined);
  return (
    <Dialog
      open={file !== null}
      onOpenChange={(open) => {
        if (open) return;
        leave.current();
        rest.onClose();
      }}
    >
      {file ? (
        <RefillBody key={`${file.name} ${file.lastModified}`} file={file} leave={leave} {...rest} />
      ) : null}
    </Dialog>
  );
}

type BodyProps = Omit<RefillDialogProps, "file"> & { file: File; leave: { current: () => void } };

function RefillBody({ workspace, table, file, leave, onClose, onShown }: BodyProps) {
  const { preview, failed } = usePreview(workspace, file);
  const [typed, setTyped] = useState<Partial<KeyWish>>({});
  const [share, setShare] = useState<number | null>(null);
  const [changes, setChanges] = useState<Refill | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const upload = useRef<AbortController | null>(null);
  const columns = preview?.columns ?? [];
  const keyColumn = columns.includes(table.keyColumn)
    ? table.keyColumn
    : (preview?.keyColumn ?? columns[0] ?? "");
  const wish = { keyColumn, keyKind: table.keyKind, ...typed };

  /** Whoever leaves gives the list up. */
  const giveUp = () => {
    upload.current?.abort();
    // It would wait for a day else; that it is gone by then is no news.
    if (changes) void dropFilling(workspace, table.id, changes.filling).catch(() => undefined);
  };
  useEffect(() => {
    leave.current = giveUp;
  });

  async function read() {
    setError(undefined);
    setShare(0);
    upload.current = new AbortController();
    try {
      setChanges(
        await sendList({
          path: `${sourcePath(workspace, table.id)}/fillings?${new URLSearchParams(wish)}`,
          file,
          onProgress: setShare,
          signal: upload.current.signal,
          answer: refill,
        }),
      );
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === "AbortError")) setError(sentenceOf(failure));
    }
    setShare(null);
  }

  async function show() {
    if (!changes) return;
    setBusy(true);
    setError(undefined);
    try {
      await showFilling(workspace, table.id, changes);
      toast(`“${table.name}” shows the new list`);
      onShown();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  return (
    <DialogContent
      title="Upload a new list"
      description={`${file.name} takes the place of all rows at once. Until then pictures show the present ones.`}
      width="large"
      footer={
        <>
          <Button
            onClick={() => {
              giveUp();
              onClose();
            }}
          >
            Cancel
          </Button>
          {changes ? (
            <Button variant="primary" busy={busy} onClick={() => void show()}>
              Show the new list
            </Button>
          ) : (
            <Button variant="primary" busy={share !== null} disabled={!preview} onClick={() => void read()}>
              Upload
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-5">
        {failed ? <p className="text-danger-text text-sm">{failed}</p> : null}
        {changes ? (
          <Changes changes={changes} />
        ) : preview ? (
          <>
            <PreviewTable columns={preview.columns} rows={preview.rows} />
            <KeyFields
              columns={columns}
              wish={wish}
              onChange={(change) => setTyped({ ...typed, ...change })}
            />
          </>
        ) : failed ? null : (
          <Skeleton className="h-40 w-full rounded-md" />
        )}
        <div aria-live="polite">
          {share === null ? null : (
            <label className="grid gap-1 text-muted text-xs">
              {share < 1 ? "Uploading" : "Reading the rows"}
              <progress
                value={share < 1 ? share : undefined}
                max={1}
                className="h-1.5 w-full accent-accent"
              />
            </label>
          )}
        </div>
        <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
          {error ?? ""}
        </p>
      </div>
    </DialogContent>
  );
}

function Changes({ changes }: { changes: Refill }) {
  const counts = [
    [countWords(changes.added, "row"), "new"],
    [countWords(changes.changed, "row"), "changed"],
    [countWords(changes.gone, "row"), "gone"],
    [countWords(changes.rows - changes.added - changes.changed, "row"), "as before"],
  ] as const;
  return (
    <section aria-label="What changes" className="grid gap-3 text-sm">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {counts.map(([count, word]) => (
          <div key={word} className="flex flex-col-reverse rounded-md bg-sunken px-3 py-2 dark:bg-hover">
            <dt className="text-muted text-xs">{word}</dt>
            <dd className="figures font-medium">{count}</dd>
          </div>
        ))}
      </dl>
      {changes.lost.length > 0 ? (
        <p role="note" className="rounded-md bg-warning-soft px-3 py-2 text-warning-text text-xs">
          Links show {changes.lost.map((name) => `“${name}”`).join(", ")}, which this list has not: those
          fields will show their fallbacks.
        </p>
      ) : null}
      {changes.notes.length > 0 ? (
        <ul className="grid list-disc gap-1 pl-4 text-muted text-xs">
          {changes.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
