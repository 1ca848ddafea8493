"use client";

import { useId, useState } from "react";
import { sentenceOf } from "@/components/api/call-api";
import { saveVersionNote, type VersionItem } from "@/components/api/versions";
import { INPUT_LOOK } from "@/components/ui/input";
import { useEditor } from "../editor-context";
import { LONGEST_NOTE } from "./publish-menu";

/** The note of a version, kept when it is left. Escape takes back what was typed, and closes the dialog when nothing was. */
export function VersionNoteField({
  version,
  onSaved,
}: {
  version: VersionItem;
  onSaved: (note: string) => void;
}) {
  const { templatePath, announce } = useEditor();
  const [typed, setTyped] = useState(version.note);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  async function save() {
    if (typed.trim() === version.note) return;
    try {
      const note = await saveVersionNote(templatePath, version.number, typed);
      setTyped(note);
      setProblem(null);
      onSaved(note);
      announce(`The note of version ${version.number} is kept.`);
    } catch (error) {
      setProblem(`The note was not kept. ${sentenceOf(error)}`);
    }
  }

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium text-muted text-xs">
        Note
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={typed}
        data-own-escape={typed !== version.note || undefined}
        placeholder="What changed, and why"
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            event.currentTarget.blur();
          } else if (event.key === "Escape" && typed !== version.note) {
            setTyped(version.note);
          }
        }}
        className={`${INPUT_LOOK} resize-none px-2.5 py-1.5 text-sm`}
      />
      {problem === null ? null : (
        <p id={`${id}-problem`} role="alert" className="text-danger-text text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
