"use client";

import { useId, useMemo } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { ACTIONS, type ActionId } from "@/lib/editor/actions/actions";
import { isPossible } from "@/lib/editor/actions/is-possible";
import { layerLabel } from "@/lib/editor/layer-label";
import { shownDocument } from "@/lib/editor/store";
import { addField } from "@/lib/template/commands/field-commands";
import { setProperties } from "@/lib/template/commands/set-properties";
import { ActionIcon } from "../action-icon";
import { LockNote } from "../brand/lock-note";
import { LocksSection } from "../brand/locks-section";
import { useLockReasons } from "../brand/use-lock-reason";
import { BindingsSection } from "../conditions/bindings-section";
import { ConditionsSection } from "../conditions/conditions-section";
import { PanelSection } from "../controls/control-row";
import { useEditor, useEditorState } from "../editor-context";
import { newField } from "../fields/new-field";
import { LayerIcon } from "../layers/layer-icon";
import { useRenderCount } from "../render-count";
import { OverrideNote } from "../sizes/override-note";
import type { Actions } from "../use-actions";
import { useProblems } from "../use-problems";
import { ContentSection } from "./content-section";
import { documentColors } from "./document-colors";
import { keyOf, LayerControlRow, pathOf, problemsOf, rowsOf } from "./layer-control-row";
import { problemsAt } from "./layer-problems";
import { MaskNote } from "./mask-note";
import { sharedSections } from "./shared-sections";
import { useLayerEdit } from "./use-layer-edit";
import { useShownProblems } from "./use-shown-problems";

const ALIGN = [
  "alignLeft",
  "alignCentre",
  "alignRight",
  "alignTop",
  "alignMiddle",
  "alignBottom",
  "distributeHorizontally",
  "distributeVertically",
] as const satisfies ActionId[];

/** Properties of the selected layers, as their types describe them. */
export function LayerInspector({ actions }: { actions: Actions }) {
  const { store, canEdit } = useEditor();
  const edit = useLayerEdit();
  const fields = useEditorState((state) => state.document.fields);
  const document = useEditorState((state) => state.document);
  const swatches = useMemo(() => documentColors(document), [document]);
  const problems = useProblems();
  const [first] = edit.layers;
  useRenderCount("layer inspector");
  const shownProblems = useShownProblems(edit.layers.length === 1 ? first : undefined);
  const sections = sharedSections(edit.layers);
  const disabled = !canEdit || edit.layers.every((layer) => layer.locked);
  const locks = useLockReasons(edit.layers);
  const lockNoteId = useId();
  const isStyleLocked = locks.of("style") !== null;
  if (!first) return null;
  const told = [...edit.layers.flatMap(({ id }) => problems.byLayer.get(id) ?? []), ...shownProblems];
  const placed = new Set([
    ...sections.flatMap(({ controls }) => controls).flatMap((control) => problemsOf(control, told)),
    ...problemsAt(told, /^\/(?:rules|bindings)\//),
    ...(edit.layers.length === 1 ? problemsAt(told, /^\/runs/) : []),
  ]);
  // What has a control is told there; what has none is told here.
  const elsewhere = told.filter(({ message }) => ![...placed].some((each) => each.message === message));

  function bindToNewField() {
    const ids = edit.layers.map(({ id }) => id);
    const field = newField(shownDocument(store.getState()).fields, {
      key: "image_url",
      label: "Image",
      type: "image",
    });
    store.dispatch("Add field", (doc) => {
      const added = addField(doc, { field });
      return setProperties(added, { ids, values: { source: { kind: "field", key: field.key } } });
    });
  }

  return (
    <div data-keeps-typing>
      <header className="flex h-9 items-center gap-2 border-b px-3 text-xs">
        {edit.layers.length === 1 ? <LayerIcon layer={first} className="size-3.5 text-faint" /> : null}
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {edit.layers.length === 1 ? layerLabel(first) : `${edit.layers.length} layers`}
        </h2>
        {first.locked ? <span className="text-faint">Locked</span> : null}
      </header>
      <OverrideNote actions={actions} />
      <LockNote id={lockNoteId} layers={edit.layers} />
      {canEdit ? <AlignBar actions={actions} /> : null}
      {elsewhere.length > 0 ? (
        <ul className="grid gap-1 border-b bg-warning-soft px-3 py-2 text-warning-text text-xs">
          {elsewhere.map((problem) => (
            <li key={`${problem.path} ${problem.message}`} className="min-w-0 wrap-anywhere">
              {problem.message}
            </li>
          ))}
        </ul>
      ) : null}
      {edit.layers.length === 1 ? (
        <MaskNote layer={first} actions={actions} disabled={disabled || isStyleLocked} />
      ) : null}
      {edit.layers.length === 1 && first.type === "text" ? (
        <ContentSection
          layer={first}
          problems={problemsAt(told, /^\/runs/)}
          disabled={disabled || locks.of("content") !== null}
          reasonId={locks.of("content") === null ? undefined : lockNoteId}
        />
      ) : null}
      {sections.map((section) => (
        <PanelSection key={section.title} title={section.title}>
          {rowsOf(section.controls).map((controls) => {
            const isLocked = controls.some((control) => locks.at(pathOf(control)) !== null);
            return (
              <LayerControlRow
                key={controls.map(keyOf).join(" ")}
                controls={controls}
                problems={told}
                edit={edit}
                fields={fields}
                swatches={swatches}
                disabled={disabled || isLocked}
                reasonId={isLocked ? lockNoteId : undefined}
                onNewImageField={bindToNewField}
              />
            );
          })}
        </PanelSection>
      ))}
      <ConditionsSection
        key={edit.layers.map(({ id }) => id).join(" ")}
        edit={edit}
        fields={fields}
        swatches={swatches}
        problems={told}
        disabled={disabled || isStyleLocked}
      />
      <BindingsSection edit={edit} fields={fields} problems={told} disabled={disabled || isStyleLocked} />
      <LocksSection layers={edit.layers} />
    </div>
  );
}

/** Lines up the selection with the canvas or with itself. */
function AlignBar({ actions }: { actions: Actions }) {
  const enabled = useEditorState((state) =>
    ALIGN.filter((id) => isPossible(ACTIONS[id], state)).join(" "),
  ).split(" ");
  return (
    <div role="toolbar" aria-label="Align" className="flex justify-between border-b px-2 py-1.5">
      {ALIGN.map((id) => (
        <IconButton
          key={id}
          label={ACTIONS[id].label}
          shortcut={actions.shortcut(id) ?? ""}
          disabled={!enabled.includes(id)}
          onClick={() => actions.run(id)}
        >
          <ActionIcon name={ACTIONS[id].icon} />
        </IconButton>
      ))}
    </div>
  );
}
