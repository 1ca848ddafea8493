"use client";

import { useEffect, useState } from "react";
import type { Painter } from "@/lib/paint/painter";
import { useEditor } from "../editor-context";

/** The painter; null until it is there. */
export function usePainter(): Painter | null {
  const editor = useEditor();
  const [painter, setPainter] = useState<Painter | null>(null);
  useEffect(() => {
    let current = true;
    editor.painter.then(
      (ready) => current && setPainter(ready),
      // The stage reports a painter that cannot be loaded.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [editor.painter]);
  return painter;
}
