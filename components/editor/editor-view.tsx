"use client";

import type Konva from "konva";
import { useEffect, useRef } from "react";
import { isFree } from "@/lib/editor/brand/free-ids";
import type { Layer } from "@/lib/template/schema";
import { BrandLockBanner } from "./brand/brand-lock-banner";
import { COMPACT } from "./compact-query";
import { ConflictDialog } from "./conflict-dialog";
import { ContactSheet } from "./contact/contact-sheet";
import { useEditor, useEditorUi } from "./editor-context";
import { keepFocus } from "./focus-keeper";
import { IconsDialog } from "./icons/icons-dialog";
import { LeftPanel } from "./left-panel";
import { Notices } from "./notices";
import { CommandPalette } from "./palette/command-palette";
import { PhoneBar } from "./phone-bar";
import { PictureChooser } from "./picture-chooser";
import { exposeProbe } from "./probe";
import { useAnnouncedProblems } from "./problems/problem-count";
import { RightPanel } from "./right-panel";
import { ImportDialog } from "./samples/import-dialog";
import { SampleBar } from "./samples/sample-bar";
import { SampleTable } from "./samples/sample-table";
import { ShareDialog } from "./share/share-dialog";
import { ShortcutsSheet } from "./shortcuts-sheet";
import { AllSizes } from "./sizes/all-sizes";
import { SizeStrip } from "./sizes/size-strip";
import { EditorStage } from "./stage/editor-stage";
import { LayerMenu } from "./stage/stage-menu";
import { startCrop } from "./stage/tools/start-crop";
import { usePictureDrop } from "./stage/use-picture-drop";
import { TopBar } from "./top-bar/top-bar";
import { useActions, useEditorKeys } from "./use-actions";
import { useAnnouncedChanges } from "./use-announced-changes";
import { useAnnouncedSaving } from "./use-announced-saving";
import { useAnnouncedSelection } from "./use-announced-selection";
import { useMediaQuery } from "./use-media-query";
import { useVersionsFromAddress } from "./versions/use-versions-from-address";
import { VersionsDialog } from "./versions/versions-dialog";

/** The editor's frame: bar, panels, stage. */
export function EditorView({ repairs }: { repairs: readonly string[] }) {
  const context = useEditor();
  const { store, ui, canEdit } = context;
  const compact = useMediaQuery(COMPACT);
  const allSizes = useEditorUi((state) => state.allSizes);
  const samplesOpen = useEditorUi((state) => state.samplesOpen);
  const stage = useRef<Konva.Stage>(null);
  const addPictures = usePictureDrop();
  const actions = useActions((files) => void addPictures(files));
  useEditorKeys(actions);
  useEffect(keepFocus, []);
  useAnnouncedSelection();
  useAnnouncedChanges();
  useAnnouncedSaving();
  useAnnouncedProblems();
  useVersionsFromAddress();
  useEffect(() => exposeProbe(context, stage.current), [context]);

  function open(layer: Layer) {
    if (!canEdit || layer.locked || !isFree(store.getState(), layer.id, "content")) return;
    if (layer.type === "text") store.editText(layer.id);
    else if (layer.type === "image") startCrop(context, layer.id);
  }

  return (
    <div className="flex h-dvh flex-col overflow-hidden overscroll-none bg-panel">
      <TopBar actions={actions} compact={compact} />
      <BrandLockBanner />
      <div className="flex min-h-0 flex-1">
        {compact ? null : <LeftPanel actions={actions} />}
        <main className="flex min-w-0 flex-1 flex-col">
          <SizeStrip actions={actions} />
          <div className="flex min-h-0 flex-1">
            <div className="relative min-w-0 flex-1">
              <LayerMenu actions={actions}>
                <div className="absolute inset-0">
                  <EditorStage
                    actions={actions}
                    stageRef={stage}
                    onOpen={open}
                    onDropFiles={(files, at) => void addPictures(files, at)}
                  />
                </div>
              </LayerMenu>
              <ContactSheet />
              <Notices repairs={repairs} />
            </div>
            {allSizes ? <AllSizes /> : null}
          </div>
          <SampleBar
            actions={actions}
            compact={compact}
            onOpenTable={() =>
              compact ? ui.setState({ sheet: "samples" }) : ui.setState({ samplesOpen: !samplesOpen })
            }
          />
          {samplesOpen && !compact ? (
            <section
              aria-label="Sample values"
              className="relative flex max-h-[min(20rem,45%)] shrink-0 flex-col border-t bg-panel"
            >
              <SampleTable actions={actions} />
            </section>
          ) : null}
        </main>
        {compact ? null : <RightPanel actions={actions} />}
      </div>
      {compact ? <PhoneBar actions={actions} /> : null}
      <ImportDialog />
      <ShareDialog />
      <VersionsDialog />
      <IconsDialog />
      <ConflictDialog />
      <PictureChooser />
      <CommandPalette actions={actions} />
      <ShortcutsSheet platform={actions.platform} />
    </div>
  );
}
