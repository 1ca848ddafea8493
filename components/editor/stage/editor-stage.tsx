"use client";

import type Konva from "konva";
import { type DragEvent, type PointerEvent, type RefObject, useMemo, useRef, useState } from "react";
import { Layer, Stage } from "react-konva";
import { useStore } from "zustand";
import { classNames } from "@/components/ui/class-names";
import { picturePlace } from "@/lib/editor/picture-place";
import { toDocument } from "@/lib/editor/view";
import type { Point } from "@/lib/template/geometry";
import type { Layer as TemplateLayer } from "@/lib/template/schema";
import { leaveField } from "../controls/leave-field";
import { useEditor, useEditorState } from "../editor-context";
import { newLocalId } from "../new-local-id";
import { FieldChips } from "../text/field-chips";
import { TextOverlay } from "../text/text-overlay";
import type { Actions } from "../use-actions";
import { AidsOverlay } from "./aids-overlay";
import { EmptyHint } from "./empty-hint";
import { GuidesOverlay } from "./guides-overlay";
import { createPointerGestures, type Keys } from "./pointer-gestures";
import { createRasters } from "./rasters";
import { Rulers } from "./rulers";
import { SceneView } from "./scene-view";
import { SelectionOverlay } from "./selection-overlay";
import { SizeBadge } from "./size-badge";
import { createStageUi } from "./stage-ui";
import { TidyButton } from "./tidy-button";
import { CropOverlay } from "./tools/crop-overlay";
import { GradientOverlay } from "./tools/gradient-overlay";
import { PickOverlay } from "./tools/pick-overlay";
import { useCaretInSight } from "./use-caret-in-sight";
import { useFlowHeight } from "./use-flow-height";
import { useLostTyping } from "./use-lost-typing";
import { useMotion } from "./use-motion";
import { usePinch } from "./use-pinch";
import { useSpaceBar } from "./use-space-bar";
import { useStageKeys } from "./use-stage-keys";
import { useTouch } from "./use-touch";
import { useViewport } from "./use-viewport";

export type EditorStageProps = {
  actions: Actions;
  /** A layer that is no group was double-clicked. */
  onOpen: (layer: TemplateLayer) => void;
  /** Files were dropped; `at` in canvas px. */
  onDropFiles: (files: readonly File[], at: Point) => void;
  stageRef: RefObject<Konva.Stage | null>;
};

/** The canvas with everything on it. The scene is a projection of the store: nothing here remembers a layer. */
export function EditorStage({ actions, onOpen, onDropFiles, stageRef }: EditorStageProps) {
  const { store, canEdit } = useEditor();
  const element = useRef<HTMLDivElement>(null);
  const [ui] = useState(createStageUi);
  const [rasters] = useState(createRasters);
  const onOpenNow = useRef(onOpen);
  onOpenNow.current = onOpen;
  const flowHeight = useFlowHeight();
  const gestures = useMemo(
    () =>
      createPointerGestures({
        store,
        ui,
        canEdit,
        newId: newLocalId,
        flowHeight,
        open: (layer) => onOpenNow.current(layer),
      }),
    [store, ui, canEdit, flowHeight],
  );
  const pinch = usePinch();
  const touch = useTouch({
    longPress: (at, event) => {
      gestures.cancel();
      gestures.contextMenu(at);
      element.current?.dispatchEvent(
        new MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...event }),
      );
    },
    doubleTap: gestures.doubleClick,
  });
  useCaretInSight(element);
  useViewport(element);
  useSpaceBar(gestures.setPanning);
  useMotion(rasters, stageRef);
  const onBlur = useLostTyping();

  const view = useEditorState((state) => state.view);
  const viewport = useEditorState((state) => state.viewport);
  const cursor = useStore(ui, (state) => state.cursor);
  const dropping = useStore(ui, (state) => state.dropping);

  useStageKeys(gestures, ui);

  function at(event: { clientX: number; clientY: number }): Point {
    const box = element.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (!isOnStage(event)) return;
    leaveField(element.current);
    store.editText(null);
    if (event.button === 2) return;
    element.current?.setPointerCapture(event.pointerId);
    touch.down(event, at(event));
    if (pinch.down(event, at(event))) return gestures.cancel();
    gestures.down({
      at: at(event),
      button: event.button,
      touch: event.pointerType === "touch",
      ...keysOf(event),
    });
  }

  function onDragOver(event: DragEvent) {
    event.preventDefault();
    const point = toDocument(store.getState().view, at(event));
    const place = picturePlace(store.getState(), point, event.dataTransfer.items.length);
    const isTaken = canEdit && place.kind !== "refused";
    event.dataTransfer.dropEffect = isTaken ? "copy" : "none";
    const words = place.kind === "refused" ? place.message : "Drop the picture here";
    const now = ui.getState().dropping;
    if (canEdit && (now?.words !== words || now.isTaken !== isTaken))
      ui.setState({ dropping: { words, isTaken } });
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    ui.setState({ dropping: null });
    const files = [...event.dataTransfer.files];
    if (canEdit && files.length > 0) onDropFiles(files, toDocument(store.getState().view, at(event)));
  }

  return (
    <div
      ref={element}
      role="application"
      aria-label="Canvas"
      aria-roledescription="design canvas"
      aria-describedby="canvas-hint"
      data-testid="stage"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys act on the selection while the canvas has the focus
      tabIndex={0}
      style={{ cursor }}
      className="absolute inset-0 touch-none select-none overflow-hidden bg-stage outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
      onBlur={onBlur}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        touch.move(at(event));
        if (pinch.move(event, at(event))) return;
        if (isOnStage(event) || gestures.isBusy()) gestures.move(at(event), keysOf(event));
        else gestures.leave();
      }}
      onPointerUp={(event) => {
        const pinched = pinch.up(event);
        if (!pinched) gestures.up(at(event), keysOf(event));
        touch.up(event, at(event), pinched);
      }}
      onPointerCancel={(event) => {
        pinch.up(event);
        touch.up(event, at(event), true);
        gestures.cancel();
      }}
      onTouchEnd={touch.end}
      onPointerLeave={gestures.leave}
      onDoubleClick={(event) => {
        if (isOnStage(event) && !touch.isEcho()) gestures.doubleClick(at(event));
      }}
      onContextMenu={(event) => {
        // A menu asked for by key is about what is selected, whatever lies in the middle of it.
        if (isOnStage(event) && event.nativeEvent.isTrusted) gestures.contextMenu(at(event));
      }}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) ui.setState({ dropping: null });
      }}
      onDrop={onDrop}
    >
      <Stage ref={stageRef} width={viewport.width} height={viewport.height} listening={false}>
        <Layer
          name="scene"
          x={onPixel(view.x)}
          y={onPixel(view.y)}
          scaleX={view.zoom}
          scaleY={view.zoom}
          listening={false}
          _useStrictMode
        >
          <SceneView rasters={rasters} />
        </Layer>
        <Layer name="overlay" listening={false}>
          <AidsOverlay ui={ui} />
          <SelectionOverlay ui={ui} />
          <GuidesOverlay ui={ui} />
        </Layer>
      </Stage>
      <p id="canvas-hint" className="sr-only">
        Everything on the canvas is in the list of layers. Arrow keys move what is selected, with Control they
        change its size; Enter types in a text.
      </p>
      <EmptyHint />
      <SizeBadge />
      <FieldChips />
      <TidyButton ui={ui} actions={actions} />
      <Rulers
        ui={ui}
        onPull={(axis, from, event) => {
          element.current?.setPointerCapture(event.pointerId);
          gestures.pullGuide(axis, from);
        }}
      />
      <TextOverlay />
      <GradientOverlay />
      <CropOverlay />
      <PickOverlay stageRef={stageRef} />
      {dropping ? (
        <div
          className={classNames(
            "pointer-events-none absolute inset-2 grid place-items-center rounded-lg",
            dropping.isTaken && "bg-accent-soft ring-2 ring-accent",
          )}
        >
          <span
            className={classNames(
              "rounded-md px-2.5 py-1 font-medium text-xs",
              dropping.isTaken ? "bg-accent text-on-accent" : "bg-raised text-text shadow-pop",
            )}
          >
            {dropping.words}
          </span>
        </div>
      ) : null}
    </div>
  );
}

/** The nearest device pixel, so that at 100 % every pixel of the canvas is one of the screen. */
function onPixel(value: number): number {
  return Math.round(value * window.devicePixelRatio) / window.devicePixelRatio;
}

/** Whether an event is meant for the canvas and not for something that lies over it. */
function isOnStage(event: { target: EventTarget; currentTarget: Element }): boolean {
  return (
    event.target === event.currentTarget ||
    (event.target instanceof Element && event.target.closest(".konvajs-content") !== null)
  );
}

function keysOf(event: { shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }): Keys {
  return { shift: event.shiftKey, alt: event.altKey, mod: event.ctrlKey || event.metaKey };
}
