"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { putRow, type TableItem, type TableRow } from "../api/sources";
import { Button } from "../ui/button";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

export type RowDialogProps = {
  workspace: string;
  table: TableItem;
  /** null: closed. */
  row: TableRow | "new" | null;
  canEdit: boolean;
  onClose: () => void;
  onSaved: (row: TableRow, before: TableRow | null) => void;
  onDelete: (row: TableRow) => void;
};

/** One row, to look at, change or delete. */
export function RowDialog({ row, canEdit, onClose, onDelete, ...rest }: RowDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog open={row !== null} onOpenChange={(open) => open || onClose()}>
      {row ? (
        <DialogContent
          title={row === "new" ? "New row" : "Row"}
          footer={
            canEdit ? (
              <>
                {row === "new" ? null : (
                  <Button
                    variant="ghost"
                    className="mr-auto"
                    icon={<Trash2 aria-hidden className="size-4" />}
                    onClick={() => {
                      onClose();
                      onDelete(row);
                    }}
                  >
                    Delete row
                  </Button>
                )}
                <Button onClick={onClose}>Cancel</Button>
                <Button variant="primary" type="submit" form={form} busy={busy}>
                  {row === "new" ? "Add row" : "Save"}
                </Button>
              </>
            ) : (
              <Button onClick={onClose}>Close</Button>
            )
          }
        >
          <RowForm
            key={row === "new" ? "" : row.key}
            id={form}
            row={row === "new" ? null : row}
            canEdit={canEdit}
            onBusy={setBusy}
            onClose={onClose}
            {...rest}
          />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

type FormProps = Pick<RowDialogProps, "workspace" | "table" | "canEdit" | "onClose" | "onSaved"> & {
  id: string;
  row: TableRow | null;
  onBusy: (busy: boolean) => void;
};

function RowForm({ id, workspace, table, row, canEdit, onBusy, onClose, onSaved }: FormProps) {
  const { columns, keyColumn } = table;
  const [values, setValues] = useState<Readonly<Record<string, string>>>(row?.values ?? {});
  const [error, setError] = useState<string>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    onBusy(true);
    setError(undefined);
    const key = values[keyColumn] ?? "";
    try {
      const moved = row !== null && row.key !== key.trim() ? { was: row.key } : {};
      const saved = await putRow(workspace, table.id, { key, values, ...moved });
      onSaved(saved, row);
      onClose();
    } catch (failure) {
      setError(sentenceOf(failure));
    }
    onBusy(false);
  }

  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-4">
      {columns.map((column) => (
        <Field
          key={column}
          label={column}
          {...(column === keyColumn ? { hint: "The row is found by this." } : {})}
        >
          {(control) => (
            <Input
              {...control}
              value={values[column] ?? ""}
              readOnly={!canEdit}
              autoComplete="off"
              onChange={(event) => setValues({ ...values, [column]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
    </form>
  );
}
