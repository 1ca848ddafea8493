"use client";

import { useEffect, useMemo, useState } from "react";
import { type PaintUnit, unitsOf } from "@/lib/editor/scene";
import { shownDocument } from "@/lib/editor/store";
import type { Painter } from "@/lib/paint/painter";
import { multiply, worldMatrix } from "@/lib/template/geometry";
import { placeholderKeys } from "@/lib/template/placeholders";
import { useEditorState } from "../editor-context";
import { useScene } from "../stage/use-scene";
import { type ChipBox, chipBoxesOf } from "./chip-boxes";
import { usePainter } from "./use-painter";

/** Boxes of texts that have not changed since. */
const known = new WeakMap<PaintUnit, readonly ChipBox[]>();

/**
 * Lays a tint over the fields in braces while the canvas shows their names, so that they are not taken for plain
 * words. Over the picture, not in it: nothing of this is sent.
 */
export function FieldChips() {
  // In a drag they step aside: to follow each pixel would make it stumble.
  const isDragging = useEditorState((state) => state.gesture?.onStage === true);
  return isDragging ? null : <Chips />;
}

function Chips() {
  const scene = useScene();
  const showsFields = useEditorState((state) => state.sampleView.kind === "fields");
  const typedId = useEditorState((state) => state.editingTextId);
  const document = useEditorState(shownDocument);
  const view = useEditorState((state) => state.view);
  const painter = usePainter();
  const [, setPrepared] = useState(0);
  const texts = useMemo(() => {
    const units = [...unitsOf(scene.nodes)];
    return units.filter(([id, unit]) => (showsFields || id === typedId) && holdsFields(unit));
  }, [scene.nodes, showsFields, typedId]);

  useEffect(() => {
    if (!painter) return;
    let current = true;
    const waiting = texts.filter(([, unit]) => !known.has(unit)).map(([, unit]) => unit.layer);
    if (waiting.length === 0) return;
    painter.prepare({ layers: waiting }).then(
      () => current && setPrepared((count) => count + 1),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [painter, texts]);

  if (!painter) return null;
  return texts.map(([id, unit]) => {
    const boxes = boxesFor(unit, painter);
    const { width, height } = unit.layer;
    const toScreen = multiply([view.zoom, 0, 0, view.zoom, view.x, view.y], worldMatrix(document, id));
    return (
      <div
        key={id}
        aria-hidden
        data-testid="field-chips"
        className="pointer-events-none absolute top-0 left-0 origin-top-left"
        style={{ transform: `matrix(${toScreen.join(",")})`, width, height }}
      >
        {boxes.map((box) => (
          <span
            key={`${box.x} ${box.y}`}
            className="absolute bg-accent/15 outline outline-accent/50"
            style={{
              left: box.x,
              top: box.y,
              width: box.width,
              height: box.height,
              borderRadius: box.height / 5,
              outlineWidth: 1 / view.zoom,
            }}
          />
        ))}
      </div>
    );
  });
}

function holdsFields({ layer }: PaintUnit): boolean {
  return layer.type === "text" && layer.runs.some(({ text }) => text.includes("{{")) && hasKeys(layer.runs);
}

function hasKeys(runs: readonly { text: string }[]): boolean {
  return placeholderKeys(runs.map(({ text }) => text).join("")).length > 0;
}

/** None while a font is missing: laying out throws then, and the font is asked for. */
function boxesFor(unit: PaintUnit, painter: Painter): readonly ChipBox[] {
  const found = known.get(unit);
  if (found) return found;
  if (unit.layer.type !== "text") return [];
  try {
    const boxes = chipBoxesOf(unit.layer, painter.layoutText);
    known.set(unit, boxes);
    return boxes;
  } catch {
    return [];
  }
}
