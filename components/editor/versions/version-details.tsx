"use client";

import { Copy, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "@/components/api/call-api";
import { duplicateVersion, type VersionItem } from "@/components/api/versions";
import { Button } from "@/components/ui/button";
import { PanelSelect } from "../controls/panel-select";
import { useEditor } from "../editor-context";
import { Comparison } from "./comparison";
import { sideName } from "./side-name";
import { type Side, useSideDocument } from "./use-side-document";
import { VersionNoteField } from "./version-note-field";

export type VersionDetailsProps = {
  version: VersionItem;
  others: readonly VersionItem[];
  onNote: (note: string) => void;
  onRestored: () => void;
};

/** One version: its note, how it differs from another or from the draft, and what can be made of it. */
export function VersionDetails({ version, others, onNote, onRestored }: VersionDetailsProps) {
  const { canEdit } = useEditor();
  const [other, setOther] = useState<Side>("draft");
  const options = [
    { value: "draft", label: sideName("draft") },
    ...others
      .filter(({ number }) => number !== version.number)
      .map(({ number }) => ({ value: String(number), label: sideName(number) })),
  ];
  const side: Side = other === version.number ? "draft" : other;
  // The older one is always on the left: that is how people read a change.
  const isOlder = side === "draft" || version.number < side;

  return (
    <section aria-label={sideName(version.number)} className="grid content-start gap-4 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="figures font-semibold text-sm">Version {version.number}</h3>
        <span className="text-muted text-xs">compared with</span>
        <PanelSelect
          aria-label="Compare with"
          className="w-36!"
          value={String(side)}
          onValueChange={(value) => setOther(value === "draft" ? "draft" : Number(value))}
          options={options}
        />
        {canEdit ? <Deeds version={version} onRestored={onRestored} /> : null}
      </div>
      <Comparison before={isOlder ? version.number : side} after={isOlder ? side : version.number} />
      {canEdit ? (
        <VersionNoteField key={version.number} version={version} onSaved={onNote} />
      ) : version.note === "" ? null : (
        <p className="wrap-anywhere whitespace-pre-line text-sm">{version.note}</p>
      )}
    </section>
  );
}

function Deeds({ version: { number }, onRestored }: { version: VersionItem; onRestored: () => void }) {
  const { store, workspace, templatePath, announce } = useEditor();
  const { document } = useSideDocument(number);
  const [busy, setBusy] = useState(false);
  const router = useRouter();

  function restore() {
    if (document === null) return;
    // What is typed or dragged belongs to the draft that undo brings back.
    store.commit();
    store.editText(null);
    const changed = store.dispatch(`Restore version ${number}`, () => document, { of: "design", select: [] });
    const said = changed ? `Version ${number} is the draft now` : `The draft is version ${number} already`;
    toast.success(said, changed ? { action: { label: "Undo", onClick: () => store.undo() } } : {});
    announce(`${said}.`);
    onRestored();
  }

  async function duplicate() {
    setBusy(true);
    try {
      const { id, name } = await duplicateVersion(templatePath, number);
      toast.success(`${name} was made`, {
        action: { label: "Open", onClick: () => router.push(`/${workspace.slug}/templates/${id}`) },
      });
    } catch (error) {
      toast.error("No template was made", { description: sentenceOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="ml-auto flex flex-wrap gap-2">
      <Button
        size="small"
        busy={busy}
        icon={<Copy aria-hidden className="size-3.5" />}
        onClick={() => void duplicate()}
      >
        Duplicate as template
      </Button>
      <Button
        size="small"
        variant="primary"
        disabled={document === null}
        icon={<RotateCcw aria-hidden className="size-3.5" />}
        onClick={restore}
      >
        Restore as draft
      </Button>
    </div>
  );
}
