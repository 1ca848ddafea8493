"use client";

import Konva from "konva";
import { type RefObject, useEffect, useState } from "react";
import { isOnlyMoved, type Scene, type SceneNode } from "@/lib/editor/scene";
import type { EditorState } from "@/lib/editor/store";
import { useEditor, useEditorState } from "../editor-context";
import { createSceneReader } from "./use-scene";
import { useTicking } from "./use-ticking";

/**
 * The scene as `group` is rendered from it. While a drag only moves layers it stays what it was when they began to move,
 * and the nodes in `group` are put where they belong by hand: React would compare hundreds of nodes a frame to learn
 * that a few have other coordinates. When the drag ends, the scene is rendered as it is.
 */
export function useFollowedScene(group: RefObject<Konva.Group | null>): Scene {
  const { store } = useEditor();
  const [{ now, rendered }] = useState(createSceneFollower);
  useTicking();

  useEffect(() => {
    let placed: { from: Scene; shown: Scene; nodes: ReadonlyMap<string, Konva.Node> } | null = null;
    return store.subscribe((state) => {
      const [from, shown] = [rendered(state), now(state)];
      if (!group.current || from === shown) {
        placed = null;
        return;
      }
      if (placed?.from !== from) placed = { from, shown: from, nodes: nodesIn(group.current) };
      place(placed.nodes, placed.shown.nodes, shown.nodes);
      placed.shown = shown;
    });
  }, [store, group, now, rendered]);

  return useEditorState(rendered);
}

function createSceneFollower() {
  const now = createSceneReader();
  let last: Scene | null = null;
  return {
    now,
    rendered: (state: EditorState): Scene => {
      const scene = now(state);
      if (last === null || !state.gesture?.onStage || !isOnlyMoved(last, scene)) last = scene;
      return last;
    },
  };
}

/** Nodes of layers, however deep, by the layer's id. */
function nodesIn(group: Konva.Group, found = new Map<string, Konva.Node>()): ReadonlyMap<string, Konva.Node> {
  for (const node of group.getChildren()) {
    const id = node.id() || node.name();
    if (id) found.set(id, node);
    if (node instanceof Konva.Group) nodesIn(node, found);
  }
  return found;
}

function place(
  nodes: ReadonlyMap<string, Konva.Node>,
  before: readonly SceneNode[],
  after: readonly SceneNode[],
): void {
  after.forEach((node, index) => {
    const earlier = before[index];
    if (node === earlier) return;
    nodes.get(node.id)?.position({ x: node.x + node.width / 2, y: node.y + node.height / 2 });
    if (node.kind === "group") place(nodes, earlier?.kind === "group" ? earlier.children : [], node.children);
  });
}
