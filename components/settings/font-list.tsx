"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { changeFont, deleteFont, type Font, listFonts } from "../api/fonts";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";

export type FontListProps = { workspaceSlug: string; canEdit: boolean };

/** The workspace's uploaded fonts, each with a note on the right to use it. */
export function FontList({ workspaceSlug, canEdit }: FontListProps) {
  const [fonts, setFonts] = useState<readonly Font[] | null>(null);
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let current = true;
    listFonts(workspaceSlug).then(
      (list) => current && setFonts(list.fonts),
      (error: unknown) => current && setFailure(sentenceOf(error)),
    );
    return () => {
      current = false;
    };
  }, [workspaceSlug]);

  async function remove(font: Font) {
    try {
      await deleteFont(workspaceSlug, font.id);
      setFonts((all) => all?.filter(({ id }) => id !== font.id) ?? null);
      toast(`${nameOf(font)} is deleted`, { description: "Templates that use it go on showing it." });
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  if (failure) return <p className="text-danger-text text-sm">{failure}</p>;
  if (!fonts) return <Skeleton className="h-14" />;
  if (fonts.length === 0) {
    return <p className="text-faint text-sm">None yet. Upload one in the font menu of a template.</p>;
  }
  return (
    <ul className="divide-y rounded-lg bg-panel shadow-card">
      {fonts.map((font) => (
        <li key={font.id} className="grid min-w-0 grid-cols-1 gap-2 px-4 py-3">
          <div className="flex items-center gap-3">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium text-sm">{nameOf(font)}</p>
              <p className="truncate text-faint text-xs">
                {font.characters.toLocaleString("en-US")} characters
                {font.scripts.length > 0 ? `: ${font.scripts.join(", ")}` : ""}
              </p>
            </div>
            {canEdit ? (
              <Button size="small" aria-label={`Delete ${nameOf(font)}`} onClick={() => void remove(font)}>
                Delete
              </Button>
            ) : null}
          </div>
          <LicenceNote workspaceSlug={workspaceSlug} font={font} canEdit={canEdit} />
        </li>
      ))}
    </ul>
  );
}

function nameOf({ family, weight, italic }: Font): string {
  return `${family} ${weight}${italic ? " italic" : ""}`;
}

/** Saved when one leaves the field. */
function LicenceNote({ workspaceSlug, font, canEdit }: FontListProps & { font: Font }) {
  const [typed, setTyped] = useState(font.licenceNote);
  const [saved, setSaved] = useState(font.licenceNote);
  const [error, setError] = useState<string>();

  async function save() {
    if (typed === saved) return;
    try {
      const { licenceNote } = await changeFont(workspaceSlug, font.id, { licenceNote: typed.trim() });
      setTyped(licenceNote);
      setSaved(licenceNote);
      setError(undefined);
      toast("Saved");
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  }

  return (
    <Field label="Licence note" error={error}>
      {(control) => (
        <Input
          {...control}
          size="small"
          value={typed}
          disabled={!canEdit}
          maxLength={500}
          placeholder="Who may use this font, and why you may"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void save()}
        />
      )}
    </Field>
  );
}
