"use client";

import { Copy, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useMemo, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "@/components/api/call-api";
import { duplicateVersion, type VersionItem } from "@/components/api/versions";
import { Button } from "@/components/ui/button";
import { restoreVersion, restoring } from "@/lib/editor/versions/restore-version";
import { useEditorKit } from "../brand/brand-target";
import { PanelSelect } from "../controls/panel-select";
import { useEditor, useEditorState } from "../editor-context";
import { editorUndoToast } from "../editor-undo-toast";
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
  const { store, knownKit, workspace, templatePath, announce } = useEditor();
  const { document } = useSideDocument(number);
  const design = useEditorState((state) => state.design);
  const rights = useEditorState((state) => state.rights);
  // Rendered again with every kit; without one that can be read a version stays as it is.
  useEditorKit();
  const kit = knownKit();
  const [busy, setBusy] = useState(false);
  const reasonId = useId();
  const router = useRouter();
  const found = useMemo(
    () => (document === null ? null : restoring({ design, rights }, document, kit)),
    [design, rights, document, kit],
  );
  const reason =
    found?.kind === "same"
      ? "The draft is this version already."
      : found?.kind === "refused"
        ? `It cannot be restored. ${found.breach.message}`
        : null;

  function restore() {
    if (document === null || reason !== null) return;
    if (restoreVersion(store, number, document, knownKit()) !== "new") return;
    const said = `Version ${number} is the draft now`;
    editorUndoToast(store, said);
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
        aria-disabled={reason !== null || undefined}
        aria-describedby={reason === null ? undefined : reasonId}
        className="aria-disabled:opacity-50"
        icon={<RotateCcw aria-hidden className="size-3.5" />}
        onClick={restore}
      >
        Restore as draft
      </Button>
      {reason === null ? null : (
        <p id={reasonId} className="w-full text-right text-muted text-xs">
          {reason}
        </p>
      )}
    </div>
  );
}
