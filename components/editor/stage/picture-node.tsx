"use client";

import { memo } from "react";
import { Group, Image } from "react-konva";
import type { SceneNode } from "@/lib/editor/scene";
import { useLayerShot } from "../pictures/use-layer-shot";
import { ImagePlaceholder } from "./image-placeholder";

/** A node of the scene: a place for its children, or the painter's picture of a layer. Never more than that. */
export const SceneNodeView = memo(function SceneNodeView({ node }: { node: SceneNode }) {
  if (node.kind === "picture") return <PictureNode node={node} />;
  return (
    <Group {...placeOf(node)} listening={false} _useStrictMode>
      {node.children.map((child) => (
        <SceneNodeView key={child.id} node={child} />
      ))}
    </Group>
  );
});

function PictureNode({ node }: { node: Extract<SceneNode, { kind: "picture" }> }) {
  const shot = useLayerShot(node.unit);
  // Until the painter has caught up with a new size, the last picture is stretched to it.
  const painted = shot?.unit.layer ?? node;
  return (
    <Group id={node.id} {...placeOf(node)} listening={false} _useStrictMode>
      {shot ? (
        <Group scaleX={node.width / painted.width} scaleY={node.height / painted.height} _useStrictMode>
          <Image
            image={shot.image}
            x={shot.picture.x}
            y={shot.picture.y}
            width={shot.picture.width}
            height={shot.picture.height}
            perfectDrawEnabled={false}
            _useStrictMode
          />
        </Group>
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
