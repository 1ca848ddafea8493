"use client";

import { useMemo } from "react";
import { Group, Image, Rect } from "react-konva";
import type { Scene } from "@/lib/editor/scene";
import { useEditorState } from "../editor-context";
import { useCanvasShot } from "../pictures/use-layer-shot";
import { SceneNodeView } from "./picture-node";
import { useStageColors } from "./stage-colors";

/** Side of a square of the pattern that shows transparency, screen px. */
const CHECK = 8;

/** The canvas and the layers on it, in canvas px. */
export function SceneView({ scene }: { scene: Scene }) {
  const { width, height } = scene.canvas;
  const zoom = useEditorState(({ view }) => view.zoom);
  const background = useCanvasShot(scene.canvas);
  const { checkA, checkB } = useStageColors();
  const checks = useMemo(() => checkedTile(checkA, checkB), [checkA, checkB]);
  return (
    <>
      {scene.canvas.background?.kind === "solid" && scene.canvas.background.color.length === 7 ? null : (
        <Rect
          width={width}
          height={height}
          fillPatternImage={checks}
          fillPatternScale={{ x: 1 / zoom, y: 1 / zoom }}
          _useStrictMode
        />
      )}
      {background ? (
        <Image image={background} width={width} height={height} perfectDrawEnabled={false} _useStrictMode />
      ) : null}
      <Group clip={{ x: 0, y: 0, width, height }} _useStrictMode>
        {scene.nodes.map((node) => (
          <SceneNodeView key={node.id} node={node} />
        ))}
      </Group>
    </>
  );
}

function checkedTile(a: string, b: string): HTMLImageElement {
  const squares = `<rect width="${CHECK * 2}" height="${CHECK * 2}" fill="${a}"/><path d="M0 0h${CHECK}v${CHECK}H0zM${CHECK} ${CHECK}h${CHECK}v${CHECK}h-${CHECK}z" fill="${b}"/>`;
  const image = new window.Image(CHECK * 2, CHECK * 2);
  image.src = `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHECK * 2}" height="${CHECK * 2}">${squares}</svg>`,
  )}`;
  return image;
}
