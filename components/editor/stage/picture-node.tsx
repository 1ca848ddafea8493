"use client";

import type Konva from "konva";
import { memo, useEffect, useMemo } from "react";
import { Group, Shape } from "react-konva";
import type { SceneNode } from "@/lib/editor/scene";
import { useLayerShot } from "../pictures/use-layer-shot";
import { useRenderCount } from "../render-count";
import { ImagePlaceholder } from "./image-placeholder";
import type { Rasters } from "./rasters";

export type SceneNodeProps = { node: SceneNode; rasters: Rasters };

/** A node of the scene: a place for its children, or the painter's picture of a layer. Never more than that. */
export const SceneNodeView = memo(function SceneNodeView({ node, rasters }: SceneNodeProps) {
  useRenderCount(`layer ${node.id}`);
  if (node.kind === "picture") return <PictureNode node={node} rasters={rasters} />;
  return (
    <Group name={node.id} {...placeOf(node)} listening={false} _useStrictMode>
      {node.children.map((child) => (
        <SceneNodeView key={child.id} node={child} rasters={rasters} />
      ))}
    </Group>
  );
});

type PictureNodeProps = { node: Extract<SceneNode, { kind: "picture" }>; rasters: Rasters };

function PictureNode({ node, rasters }: PictureNodeProps) {
  const shot = useLayerShot(node.unit);
  const raster = useMemo(() => rasters.open(), [rasters]);
  useEffect(() => raster.close, [raster]);
  const sceneFunc = useMemo(() => {
    if (!shot) return undefined;
    const { image, picture } = shot;
    return (context: Konva.Context) => raster.draw(context._context, image, picture);
  }, [shot, raster]);
  // Until the painter has caught up with a new size, the last picture is stretched to it.
  const painted = shot?.unit.layer ?? node;
  const [across, down] = [node.width / painted.width, node.height / painted.height];
  return (
    <Group id={node.id} {...placeOf(node)} listening={false} _useStrictMode>
      {shot && sceneFunc ? (
        <Shape
          x={shot.picture.x * across}
          y={shot.picture.y * down}
          width={shot.picture.width}
          height={shot.picture.height}
          scaleX={across}
          scaleY={down}
          sceneFunc={sceneFunc}
          listening={false}
          perfectDrawEnabled={false}
          _useStrictMode
        />
      ) : null}
      <ImagePlaceholder layer={node.unit.layer} width={node.width} height={node.height} />
    </Group>
  );
}

/** Konva turns about `offset`; layers turn about the middle of their box. */
function placeOf({ x, y, width, height, rotation }: SceneNode) {
  return {
    x: x + width / 2,
    y: y + height / 2,
    offsetX: width / 2,
    offsetY: height / 2,
    rotation,
  };
}
