"use client";

import { type RefObject, useEffect, useState } from "react";
import type { TextLayer } from "@/lib/template/layers/text";
import type { TextRange } from "./text-runs";
import { useStageBoxes } from "./use-stage-boxes";

export type SelectionGhostProps = {
  element: RefObject<HTMLElement | null>;
  range: TextRange | null;
  layer: TextLayer;
};

/** Shows which stretch of the text is selected while the focus is in a control that acts on it. */
export function SelectionGhost({ element, range, layer }: SelectionGhostProps) {
  const [away, setAway] = useState(false);
  const found = useStageBoxes(element, away ? range : null, layer);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onFocus = () => setAway(false);
    const onBlur = () => setAway(true);
    target.addEventListener("focus", onFocus);
    target.addEventListener("blur", onBlur);
    return () => {
      target.removeEventListener("focus", onFocus);
      target.removeEventListener("blur", onBlur);
    };
  }, [element]);

  return found?.boxes.map((box) => (
    <span
      key={`${box.left} ${box.top} ${box.width}`}
      aria-hidden
      className="pointer-events-none absolute bg-accent/30"
      style={box}
    />
  ));
}
