"use client";

import type Konva from "konva";
import { useMemo, useRef } from "react";
import { Group, Image, Shape } from "react-konva";
import { useEditorState } from "../editor-context";
import { useCanvasShot } from "../pictures/use-layer-shot";
import { SceneNodeView } from "./picture-node";
import type { Rasters } from "./rasters";
import { useStageColors } from "./stage-colors";
import { CHECKS } from "./tools/stage-snapshot";
import { useFollowedScene } from "./use-followed-scene";

/** Side of a square of the pattern that shows transparency, screen px. */
const CHECK = 8;

/** The canvas and the layers on it, in canvas px. */
export function SceneView({ rasters }: { rasters: Rasters }) {
  const layers = useRef<Konva.Group>(null);
  const scene = useFollowedScene(layers);
  const { width, height } = scene.canvas;
  const zoom = useEditorState(({ view }) => view.zoom);
  const background = useCanvasShot(scene.canvas);
  const { checkA, checkB } = useStageColors();
  const tile = useMemo(() => checkedTile(checkA, checkB), [checkA, checkB]);
  return (
    <>
      {scene.canvas.background?.kind === "solid" && scene.canvas.background.color.length === 7 ? null : (
        <Shape
          name={CHECKS}
          listening={false}
          sceneFunc={(context) => {
            const pattern = context.createPattern(tile, "repeat");
            pattern?.setTransform(new DOMMatrix().scale(1 / zoom));
            context.setAttr("fillStyle", pattern);
            context.fillRect(0, 0, width, height);
          }}
        />
      )}
      {background ? (
        <Image image={background} width={width} height={height} perfectDrawEnabled={false} _useStrictMode />
      ) : null}
      <Group ref={layers} name="layers" clip={{ x: 0, y: 0, width, height }} _useStrictMode>
        {scene.nodes.map((node) => (
          <SceneNodeView key={node.id} node={node} rasters={rasters} />
        ))}
      </Group>
    </>
  );
}

/** Drawn, not loaded: a pattern has to be there the first time it is asked for. */
function checkedTile(a: string, b: string): HTMLCanvasElement {
  const tile = document.createElement("canvas");
  tile.width = CHECK * 2;
  tile.height = CHECK * 2;
  const context = tile.getContext("2d");
  if (!context) return tile;
  context.fillStyle = a;
  context.fillRect(0, 0, CHECK * 2, CHECK * 2);
  context.fillStyle = b;
  context.fillRect(0, 0, CHECK, CHECK);
  context.fillRect(CHECK, CHECK, CHECK, CHECK);
  return tile;
}
