"use client";

import { FileUp } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { importSamples } from "@/lib/template/commands/sample-commands";
import { LIMITS } from "@/lib/template/limits";
import { PANEL_INPUT } from "../controls/panel-look";
import { useEditor, useEditorState, useEditorUi } from "../editor-context";
import { editorUndoToast } from "../editor-undo-toast";
import { newLocalId } from "../new-local-id";
import { ImportTable } from "./import-table";
import { type Import, useImport } from "./use-import";

/** Takes the rows of a file or of a pasted table as sample rows. Nothing of it leaves this computer but the draft. */
export function ImportDialog() {
  const { ui } = useEditor();
  const importing = useEditorUi((state) => state.importing);
  return (
    <Dialog open={importing !== null} onOpenChange={(open) => open || ui.setState({ importing: null })}>
      {importing ? <ImportContent file={importing.file} /> : null}
    </Dialog>
  );
}

function ImportContent({ file }: { file: File | null }) {
  const { store, ui, announce } = useEditor();
  const fields = useEditorState((state) => state.document.fields);
  const held = useEditorState((state) => state.document.samples.length);
  const table = useImport(fields, held);
  const { source, columns, taken, body, replace } = table;
  const mapped = columns.some((column) => column !== null && column !== "name");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was dropped is opened once
  useEffect(() => {
    if (file) void table.openFile(file);
  }, [file]);

  function take() {
    const ids = taken.map(newLocalId);
    const done = store.dispatch("Import samples", (doc) =>
      importSamples(doc, { columns, cells: taken, ids, replace }),
    );
    ui.setState({ importing: null });
    if (!done) return;
    const [id] = ids;
    if (id !== undefined) store.setSampleView({ kind: "row", id });
    const rows = store.getState().document.samples.length - (replace ? 0 : held);
    const words = `${rows} ${rows === 1 ? "row is" : "rows are"} imported`;
    announce(`${words}.`);
    editorUndoToast(store, words);
  }

  const footer = source ? (
    <>
      <Button variant="ghost" className="mr-auto" onClick={table.reset}>
        Another table
      </Button>
      <Button onClick={() => ui.setState({ importing: null })}>Cancel</Button>
      <Button variant="primary" disabled={!mapped || taken.length === 0} onClick={take}>
        Import {taken.length} {taken.length === 1 ? "row" : "rows"}
      </Button>
    </>
  ) : undefined;
  return (
    <DialogContent
      title="Import sample rows"
      description="From a CSV file or a table copied elsewhere. It stays in this template's draft."
      width="large"
      footer={footer}
      className="grid content-start gap-4"
    >
      {source ? (
        <>
          <ImportTable table={table} fields={fields} />
          {mapped ? null : (
            <p role="alert" className="text-warning-text text-sm">
              No column fills a field yet. Choose a field for at least one.
            </p>
          )}
          <HowMany table={table} held={held} found={body.length} />
        </>
      ) : (
        <ChooseTable table={table} />
      )}
    </DialogContent>
  );
}

function ChooseTable({ table }: { table: Import }) {
  const [pasted, setPasted] = useState("");
  const fileId = useId();
  const textId = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file; the input in it does the same
    <div
      className="grid gap-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) void table.openFile(file);
      }}
    >
      <label
        htmlFor={fileId}
        className="relative grid cursor-pointer place-items-center gap-1 rounded-lg border border-line-strong border-dashed px-4 py-8 text-center text-sm focus-within:ring-2 focus-within:ring-accent hover:bg-hover"
      >
        <FileUp aria-hidden className="size-5 text-faint" />
        <span className="font-medium">Choose a CSV file, or drop it here</span>
        <span className="text-faint text-xs">Separators and encoding are found out.</span>
        <input
          id={fileId}
          type="file"
          accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void table.openFile(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {table.problem ? (
        <p role="alert" className="text-danger-text text-sm">
          {table.problem}
        </p>
      ) : null}
      <div className="grid gap-1.5">
        <label htmlFor={textId} className="text-muted text-xs">
          Or paste the table
        </label>
        <textarea
          id={textId}
          rows={5}
          value={pasted}
          spellCheck={false}
          onChange={(event) => setPasted(event.currentTarget.value)}
          className={`${PANEL_INPUT} h-auto resize-y px-2.5 py-2 font-mono text-xs`}
        />
        <Button
          className="justify-self-start"
          disabled={pasted.trim() === ""}
          onClick={() => table.openText(pasted)}
        >
          Read the table
        </Button>
      </div>
    </div>
  );
}

/** Which rows are taken, whether the others stay, and what is left out. */
function HowMany({ table, held, found }: { table: Import; held: number; found: number }) {
  const { heads, columns, room, taken, choice, replace } = table;
  const unused = heads.filter((_, index) => columns[index] === null);
  const leftOut = [
    found > taken.length
      ? `${found - taken.length} of ${found} rows, as ${room} ${room === 1 ? "fits" : "fit"} (${LIMITS.sampleRows} in all)`
      : "",
    unused.length > 0 ? `${unused.length === 1 ? "the column" : "the columns"} ${unused.join(", ")}` : "",
  ].filter(Boolean);
  return (
    <div className="grid gap-3 text-sm">
      {held > 0 ? (
        <SegmentedControl
          label="Rows that are there"
          className="justify-self-start"
          value={replace ? "replace" : "append"}
          onValueChange={(value) => table.setReplace(value === "replace")}
          segments={[
            { value: "append", label: `Add to the ${held} that are there` },
            { value: "replace", label: "Replace them" },
          ]}
        />
      ) : null}
      {found > room ? (
        <SegmentedControl
          label="Which rows"
          className="justify-self-start"
          value={choice}
          onValueChange={table.setChoice}
          segments={[
            { value: "first", label: `The first ${room}` },
            { value: "spread", label: `${room} spread evenly` },
          ]}
        />
      ) : null}
      <p className="text-muted text-xs">
        {leftOut.length > 0 ? `Left out: ${leftOut.join("; ")}.` : "Nothing is left out."}
      </p>
    </div>
  );
}
