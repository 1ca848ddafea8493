"use client";

import { type CSSProperties, type PointerEvent, useCallback, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { shownDocument } from "@/lib/editor/store";
import type { PaintImage } from "@/lib/paint/painter";
import { type Framing, placePicture } from "@/lib/paint/picture-place";
import { type Point, type Rect, worldMatrix } from "@/lib/template/geometry";
import type { ImageLayer } from "@/lib/template/layers/image";
import { useEditor, useEditorState, usePanelDocument } from "../../editor-context";
import { useResolution } from "../use-scene";
import { CropBar } from "./crop-bar";
import { focusAt, pullPicture, scalePicture } from "./crop-moves";
import { type OnScreen, onScreen, pointList, pointOn } from "./on-screen";
import { imageById, pictureShown } from "./start-crop";
import { imageIn, useCropSession } from "./use-crop-session";

/** The picture of an image layer in its frame, while it is cropped on the canvas. */
export function CropOverlay() {
  const { tools } = useEditor();
  const layerId = useStore(tools, ({ crop }) => crop);
  return layerId === null ? null : <CropOf layerId={layerId} />;
}

function CropOf({ layerId }: { layerId: string }) {
  const { pictures } = useEditor();
  const document = usePanelDocument();
  const { document: resolved } = useResolution();
  useStore(pictures.entries);
  const layer = imageIn(document, layerId);
  const shown = imageById(resolved.layers, layerId);
  const picture = shown && pictureShown(shown, pictures);
  return layer && picture ? <Cropping key={layer.id} layer={layer} picture={picture} /> : null;
}

const CORNERS = [
  { name: "top left", x: 0, y: 0, cursor: "nwse-resize" },
  { name: "top right", x: 1, y: 0, cursor: "nesw-resize" },
  { name: "bottom right", x: 1, y: 1, cursor: "nwse-resize" },
  { name: "bottom left", x: 0, y: 1, cursor: "nesw-resize" },
] as const;

/** What a drag began with, and what it does with a point of the layer's box. */
type Drag = { from: Framing; start: Point; kind: "pull" | "focus" | { corner: Point; anchor: Point } };

function Cropping({ layer, picture }: { layer: ImageLayer; picture: PaintImage }) {
  const { store, ui } = useEditor();
  const document = usePanelDocument();
  const view = useEditorState((state) => state.view);
  const root = useRef<HTMLDivElement>(null);
  const focal = useRef<HTMLButtonElement>(null);
  const drag = useRef<Drag | null>(null);
  const place = placePicture(layer, picture);
  const screen = onScreen(view, worldMatrix(document, layer.id));

  const zoomBy = useCallback(
    (factor: number, at?: Point) => {
      const now = imageIn(shownDocument(store.getState()), layer.id);
      if (!now) return;
      const about = at ?? { x: now.width * now.focalX, y: now.height * now.focalY };
      session.current?.change(scalePicture(now, picture, factor, about));
    },
    [store, layer.id, picture],
  );
  const live = useCropSession(layer.id, zoomBy);
  const session = useRef(live);
  session.current = live;

  useEffect(() => {
    const stage = root.current?.parentElement;
    focal.current?.focus();
    return () => stage?.focus({ preventScroll: true });
  }, []);

  const screenNow = useRef<OnScreen>(screen);
  screenNow.current = screen;
  useEffect(() => {
    const element = root.current;
    // React's wheel listeners are passive; with Ctrl the wheel zooms the view as ever.
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      zoomBy(Math.exp(-event.deltaY / 500), screenNow.current.toBox(pointOn(element, event)));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [zoomBy]);

  function begin(event: PointerEvent, kind: Drag["kind"]) {
    if (event.button !== 0) return;
    event.stopPropagation();
    root.current?.setPointerCapture(event.pointerId);
    drag.current = { from: layer, start: screen.toBox(pointOn(root.current, event)), kind };
  }

  function onPointerMove(event: PointerEvent) {
    const active = drag.current;
    if (!active) return;
    const at = screen.toBox(pointOn(root.current, event));
    const { from, start, kind } = active;
    if (kind === "pull") live.change(pullPicture(from, picture, { x: at.x - start.x, y: at.y - start.y }));
    else if (kind === "focus") live.change(focusAt(from, at));
    else {
      const reach = ({ x, y }: Point) => Math.hypot(x - kind.anchor.x, y - kind.anchor.y);
      live.change(scalePicture(from, picture, reach(at) / Math.max(1, reach(kind.corner)), kind.anchor));
    }
  }

  const cornerOf = ({ x, y }: Point): Point => ({
    x: place.x + place.width * x,
    y: place.y + place.height * y,
  });
  const frame = boxCorners({ x: 0, y: 0, width: layer.width, height: layer.height }).map(screen.toScreen);
  const focus = screen.toScreen({ x: layer.width * layer.focalX, y: layer.height * layer.focalY });

  return (
    <div
      ref={root}
      role="application"
      aria-label="Crop the picture"
      data-testid="crop"
      className="absolute inset-0 cursor-default touch-none overflow-hidden"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        if (isInside(place, screen.toBox(pointOn(root.current, event)))) begin(event, "pull");
        else live.apply();
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        if (drag.current) live.change(drag.current.from);
        drag.current = null;
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {/* biome-ignore lint/performance/noImgElement: bytes that are here already */}
      <img
        src={picture.href}
        alt=""
        draggable={false}
        className="absolute top-0 left-0 max-w-none cursor-move opacity-35"
        style={dimmedStyle(place, layer, screen)}
      />
      <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
        <polygon
          points={pointList(boxCorners(place).map(screen.toScreen))}
          className="fill-none stroke-accent"
          strokeDasharray="4 4"
        />
        <polygon points={pointList(frame)} className="fill-none stroke-white" strokeWidth={3} />
        <polygon points={pointList(frame)} className="fill-none stroke-accent" strokeWidth={1.5} />
      </svg>
      {CORNERS.map(({ name, x, y, cursor }) => (
        <span
          key={name}
          data-testid={`crop-corner ${name}`}
          className="absolute grid size-6 place-items-center"
          style={{ ...centred(screen.toScreen(cornerOf({ x, y }))), cursor }}
          onPointerDown={(event) =>
            begin(event, { corner: cornerOf({ x, y }), anchor: cornerOf({ x: 1 - x, y: 1 - y }) })
          }
        >
          <span className="size-2.5 rounded-full border border-accent bg-white" />
        </span>
      ))}
      <button
        ref={focal}
        type="button"
        role="slider"
        aria-label="Focal point"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(layer.focalX * 100)}
        aria-valuetext={`${Math.round(layer.focalX * 100)} % from the left, ${Math.round(layer.focalY * 100)} % from the top`}
        className="absolute grid size-7 cursor-grab place-items-center rounded-full outline-offset-0"
        style={centred(focus)}
        onPointerDown={(event) => begin(event, "focus")}
      >
        <span className="size-4 rounded-full border-2 border-white bg-accent shadow-[0_0_0_1px_rgb(0_0_0/0.5)]" />
      </button>
      <CropBar
        zoom={layer.zoom}
        onZoom={(factor) => zoomBy(factor)}
        onReset={() => live.change({ focalX: 0.5, focalY: 0.5, zoom: 1 })}
        onReplace={() => {
          live.apply();
          ui.setState({ choosingFor: layer.id });
        }}
        onCancel={live.cancel}
        onApply={live.apply}
      />
    </div>
  );
}

function boxCorners({ x, y, width, height }: Rect): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function isInside({ x, y, width, height }: Rect, at: Point): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}

function centred({ x, y }: Point): CSSProperties {
  return { left: x, top: y, translate: "-50% -50%" };
}

/** The whole picture where it lies, but for what the frame shows: that is painted, not drawn. */
function dimmedStyle(
  place: Rect,
  frame: { width: number; height: number },
  { matrix }: OnScreen,
): CSSProperties {
  const { x, y, width, height } = place;
  const hole = `M${-x} ${-y}h${frame.width}v${frame.height}h${-frame.width}z`;
  return {
    width,
    height,
    transformOrigin: "0 0",
    transform: `matrix(${matrix.join(",")}) translate(${x}px,${y}px)`,
    clipPath: `path(evenodd, "M0 0h${width}v${height}h${-width}z${hole}")`,
  };
}
