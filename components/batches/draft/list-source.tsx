"use client";

import { CircleAlert, FileUp } from "lucide-react";
import { useId, useState } from "react";
import type { RowsSource } from "../../api/send-rows";
import { FileDrop } from "../../templates/file-drop";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { INPUT_LOOK } from "../../ui/input";
import { SegmentedControl } from "../../ui/segmented-control";
import { SendingBar } from "./sending-bar";
import { SheetForm } from "./sheet-form";
import type { Header, Intake } from "./use-intake";
import { usePastedText } from "./use-pasted-text";

const HEADERS: readonly { value: Header; label: string }[] = [
  { value: "auto", label: "As it looks" },
  { value: "yes", label: "Names the columns" },
  { value: "no", label: "Is data" },
];

/** The ways in which a list comes: a file, a paste, the address of a sheet. */
export function ListSource({ intake }: { intake: Intake }) {
  const { sending, problem } = intake;
  const [header, setHeader] = useState<Header>("auto");
  const send = (source: RowsSource) => intake.send(source, header);
  const fileId = useId();
  usePastedText((text) => send({ text }));
  return (
    <div className="grid gap-4">
      <FileDrop words="Drop the list to read it" onFiles={([file]) => file && send({ file })} />
      <div aria-live="assertive" className="empty:hidden">
        {problem === null ? null : (
          <p className="flex gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger-text text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        )}
      </div>
      {sending ? (
        <SendingBar sending={sending} onCancel={intake.cancel} />
      ) : (
        <label
          htmlFor={fileId}
          className="relative grid h-40 cursor-pointer content-center justify-items-center gap-1 rounded-lg border border-line-strong border-dashed bg-panel px-4 text-center text-sm focus-within:ring-2 focus-within:ring-accent hover:bg-hover"
        >
          <FileUp aria-hidden className="mb-1 size-5 text-faint" />
          <span className="font-medium">Choose a file, or drop it anywhere on the page</span>
          <span className="text-faint text-xs">
            CSV, TSV, Excel (.xlsx) or JSON. Separators and encoding are found out.
          </span>
          <input
            id={fileId}
            type="file"
            accept=".csv,.tsv,.tab,.txt,.xlsx,.json,text/csv,text/tab-separated-values,text/plain,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            className="absolute inset-0 cursor-pointer opacity-0"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) send({ file });
              event.currentTarget.value = "";
            }}
          />
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <span aria-hidden className="text-muted text-xs">
          The first row
        </span>
        <SegmentedControl
          size="small"
          label="The first row"
          value={header}
          segments={HEADERS}
          onValueChange={setHeader}
        />
      </div>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <PasteForm busy={sending !== null} onText={(text) => send({ text })} />
        <SheetForm busy={sending !== null} onAddress={(url) => send({ url })} />
      </div>
    </div>
  );
}

function PasteForm({ busy, onText }: { busy: boolean; onText: (text: string) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
      }}
    >
      <label htmlFor={id} className="w-fit font-medium text-muted text-xs">
        Or paste from a spreadsheet
      </label>
      <textarea
        id={id}
        rows={5}
        value={text}
        spellCheck={false}
        aria-describedby={`${id}-note`}
        onChange={(event) => setText(event.currentTarget.value)}
        className={classNames(INPUT_LOOK, "resize-y px-2.5 py-2 font-mono text-xs leading-5")}
      />
      <p id={`${id}-note`} className="text-faint text-xs">
        Copy the cells with the row of names above them. Pasting anywhere on the page does the same.
      </p>
      <Button type="submit" className="justify-self-start" disabled={busy || text.trim() === ""}>
        Read the table
      </Button>
    </form>
  );
}
