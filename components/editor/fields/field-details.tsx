"use client";

import { CornerDownLeft, Trash2 } from "lucide-react";
import { useId, useMemo, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { isFree } from "@/lib/editor/brand/free-ids";
import type { BareField } from "@/lib/template/bare-fields";
import type { Problem } from "@/lib/template/check-document";
import { removeField, renameField, updateField } from "@/lib/template/commands/field-commands";
import { setProperties } from "@/lib/template/commands/set-properties";
import { type Field, fieldType } from "@/lib/template/field";
import { LIMITS } from "@/lib/template/limits";
import { referencesOf } from "@/lib/template/registry";
import { findLayer, walkLayers } from "@/lib/template/tree";
import { useCanDesign } from "../brand/use-can-design";
import { ControlRow } from "../controls/control-row";
import { PanelSelect } from "../controls/panel-select";
import { TextAreaField, type TextAreaHandle } from "../controls/text-area-field";
import { useEditor, useEditorState } from "../editor-context";
import { editorUndoToast } from "../editor-undo-toast";
import { replaceRange, textOfRuns } from "../text/text-runs";
import { typeText } from "../text/typing";
import { FieldFormatControls } from "./field-format-controls";
import { FieldKeyInput } from "./field-key-input";
import { FIELD_TYPE_NAMES } from "./field-type-icon";
import { isGivenKey, keyFromName } from "./key-from-name";
import { newField } from "./new-field";
import { SampleNotes } from "./sample-notes";

export type FieldDetailsProps = {
  field: Field;
  fresh: boolean;
  problems: readonly Problem[];
  /** Where it leaves a hole in a text; null when it leaves none. */
  bare: BareField | null;
  onRenamed: (key: string) => void;
};

/** Everything about one field: name, key, type, fallback, format, and where it is used. */
export function FieldDetails({ field, fresh, problems, bare, onRenamed }: FieldDetailsProps) {
  const { store, canEdit } = useEditor();
  const { canDesign } = useCanDesign();
  const set = (label: string, change: Parameters<typeof updateField>[1]["change"], merge = false) =>
    store.dispatch(
      label,
      (doc) => updateField(doc, { key: field.key, change }),
      merge ? { merge: `${label} ${field.key}` } : {},
    );
  /** A field that was only named gets a key to go with its name. */
  function takeKeyFromName() {
    const { fields } = store.getState().document;
    const named = fields.find(({ key }) => key === field.key);
    const wanted = named && isGivenKey(named.key) ? keyFromName(named.label) : null;
    if (!named || wanted === null) return;
    const to = newField(
      fields.filter((each) => each !== named),
      { ...named, key: wanted },
    ).key;
    onRenamed(to);
    store.dispatch("Name field", (doc) => renameField(doc, { from: named.key, to }));
  }

  const fallback = useRef<TextAreaHandle>(null);
  const bareId = useId();
  // A sample value is told with its row, below.
  const told = problems.filter(({ path }) => path.startsWith("/fields/") && !path.endsWith("/key"));

  return (
    <div className="grid gap-1.5 px-2 pt-1 pb-2.5">
      <ControlRow label="Name">
        <TextAreaField
          label="Field name"
          value={field.label}
          multiline={false}
          maxLength={LIMITS.name}
          disabled={!canDesign}
          placeholder="As people read it"
          autoFocus={fresh}
          onBlur={takeKeyFromName}
          onChange={(label) => set("Rename field", { label }, true)}
        />
      </ControlRow>
      <ControlRow label="Key" top>
        <FieldKeyInput field={field} onRenamed={onRenamed} />
      </ControlRow>
      <ControlRow label="Type">
        <PanelSelect
          aria-label="Field type"
          disabled={!canDesign}
          value={field.type}
          options={fieldType.options.map((value) => ({ value, label: FIELD_TYPE_NAMES[value] }))}
          onValueChange={(next) => {
            const type = fieldType.options.find((option) => option === next);
            if (type) set("Field type", { type });
          }}
        />
      </ControlRow>
      <ControlRow label="Fallback" top>
        <TextAreaField
          handle={fallback}
          describedBy={bare ? bareId : undefined}
          label="Fallback"
          value={field.fallback}
          multiline={false}
          maxLength={LIMITS.value}
          disabled={!canEdit}
          placeholder={field.type === "image" ? "https://" : "Shown when there is no value"}
          invalid={told.some(({ path }) => path.endsWith("/fallback"))}
          onChange={(text) => set("Fallback", { fallback: text }, true)}
        />
      </ControlRow>
      {bare ? (
        <div
          id={bareId}
          className="grid gap-1 rounded-md bg-warning-soft px-2 py-1.5 text-2xs text-warning-text"
        >
          <p className="wrap-anywhere">People without a value read “{bare.reads}”.</p>
          {canEdit ? (
            <button
              type="button"
              onClick={() => fallback.current?.focus()}
              className="flex min-h-6 items-center justify-self-start font-medium underline underline-offset-2"
            >
              Write a fallback
            </button>
          ) : null}
        </div>
      ) : null}
      <FieldFormatControls
        field={field}
        disabled={!canDesign}
        onChange={(format) => set("Field format", { format: { ...field.format, ...format } }, true)}
      />
      {told.map(({ path, message, severity }) => (
        <p
          key={path + message}
          className={severity === "error" ? "text-danger-text text-xs" : "text-warning-text text-xs"}
        >
          {message}
        </p>
      ))}
      <SampleNotes field={field} />
      <UsedBy fieldKey={field.key} />
      {canEdit ? <FieldButtons field={field} /> : null}
    </div>
  );
}

/** The layers that show the field; a click selects one. */
function UsedBy({ fieldKey }: { fieldKey: string }) {
  const { store } = useEditor();
  const layers = useEditorState((state) => state.document.layers);
  const users = useMemo(
    () =>
      Array.from(walkLayers(layers))
        .filter(({ layer }) => referencesOf(layer).some(({ key }) => key === fieldKey))
        .map(({ layer, parent }) => ({ id: layer.id, name: layer.name, parentId: parent?.id ?? null })),
    [layers, fieldKey],
  );
  if (users.length === 0) return <p className="text-2xs text-faint">No layer uses it yet.</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-1 gap-y-0.5 text-2xs text-faint">
      Used by
      {users.map((user) => (
        <button
          key={user.id}
          type="button"
          onClick={() => store.select([user.id], user.parentId)}
          className="rounded-sm bg-active px-1 text-muted hover:text-text"
        >
          {user.name}
        </button>
      ))}
    </p>
  );
}

function FieldButtons({ field }: { field: Field }) {
  const { store, typing, announce } = useEditor();
  const target = useEditorState((state) => {
    const [id] = state.selection;
    const layer =
      state.selection.length === 1 && id !== undefined ? findLayer(state.document, id) : undefined;
    return layer?.type === "text" && !layer.locked && isFree(state, layer.id, "content") ? layer : null;
  });
  const { canDesign } = useCanDesign();

  function insert() {
    const text = `{{${field.key}}}`;
    if (typing.getState().range) typeText(store, typing, text);
    else if (target) {
      const end = textOfRuns(target.runs).length;
      const runs = replaceRange(target.runs, { start: end, end }, text);
      store.dispatch("Insert field", (doc) => setProperties(doc, { ids: [target.id], values: { runs } }));
    }
    announce(`${field.label || field.key} is inserted.`);
  }

  function remove() {
    const name = field.label || field.key;
    store.dispatch("Remove field", (doc) => removeField(doc, { key: field.key }));
    editorUndoToast(store, `${name} is removed`);
  }

  return (
    <div className="flex items-center justify-between pt-0.5">
      <button
        type="button"
        disabled={!target}
        title={target ? undefined : "Select a text layer that is not locked first"}
        onClick={insert}
        className="flex h-6 items-center gap-1 rounded-md px-1.5 text-muted text-xs enabled:hover:bg-active enabled:hover:text-text disabled:opacity-50"
      >
        <CornerDownLeft aria-hidden className="size-3" />
        Insert into text
      </button>
      <IconButton
        size="small"
        label={`Remove ${field.label || field.key}`}
        disabled={!canDesign}
        onClick={remove}
      >
        <Trash2 className="size-3.5" />
      </IconButton>
    </div>
  );
}
