"use client";

import { Group, Path, Rect } from "react-konva";
import { useStore } from "zustand";
import type { ResolvedImageLayer, ResolvedLayer } from "@/lib/template/resolved";
import { useEditor, useEditorState } from "../editor-context";
import { sourceKey } from "../pictures/picture-shelf";
import { useStageColors } from "./stage-colors";

/** Outline of a picture frame with a sun and a hill on a grid of 24 px (Lucide "image"). */
const IMAGE_ICON =
  "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0M21 15l-3.1-3.1a2 2 0 0 0-2.8 0L6 21";
const ICON = 24;

type PlaceholderProps = { layer: ResolvedLayer; width: number; height: number };

/**
 * What stands where an image layer has no picture to show, while fields are shown as fields. With values on the
 * canvas it stays away: no link ever shows it.
 */
export function ImagePlaceholder({ layer, width, height }: PlaceholderProps) {
  // Asked first: a layer that can never be without its picture watches nothing.
  return layer.type === "image" ? <WhileDesigning layer={layer} width={width} height={height} /> : null;
}

function WhileDesigning(props: { layer: ResolvedImageLayer; width: number; height: number }) {
  const isDesigning = useEditorState(({ sampleView }) => sampleView.kind === "fields");
  return isDesigning ? <EmptyFrame {...props} /> : null;
}

function EmptyFrame({ layer, width, height }: { layer: ResolvedImageLayer; width: number; height: number }) {
  const { pictures } = useEditor();
  const zoom = useEditorState(({ view }) => view.zoom);
  const colors = useStageColors();
  const shows = useEditorState(({ sampleView }) => sampleView.kind === "fields");
  const state = useStore(pictures.entries, (entries) => {
    const stateOf = (source: ResolvedImageLayer["source"]) => {
      const key = sourceKey(source);
      return key === null ? "none" : (entries.get(key)?.state ?? "loading");
    };
    const own = stateOf(layer.source);
    if (own === "ready" || own === "loading" || layer.replacement === null) return own;
    return stateOf({ kind: "asset", assetId: layer.replacement });
  });
  // With values in place the canvas shows what is sent, which is nothing here; a picture on its way says so.
  if (state === "ready" || (state !== "loading" && !shows)) return null;
  const radius =
    layer.mask === "circle" ? Math.min(width, height) / 2 : Math.min(layer.radius, width / 2, height / 2);
  const scale = Math.min(1.4 / zoom, (Math.min(width, height) * 0.5) / ICON);
  return (
    <Group opacity={layer.opacity}>
      <Rect
        width={width}
        height={height}
        cornerRadius={radius}
        fill={colors.placeholder}
        stroke={colors.placeholderLine}
        strokeWidth={1}
        strokeScaleEnabled={false}
        dash={[4, 3]}
      />
      <Path
        data={IMAGE_ICON}
        x={width / 2}
        y={height / 2}
        offsetX={ICON / 2}
        offsetY={ICON / 2}
        scaleX={scale}
        scaleY={scale}
        stroke={colors.placeholderIcon}
        strokeWidth={1.5}
        lineCap="round"
        lineJoin="round"
      />
    </Group>
  );
}
