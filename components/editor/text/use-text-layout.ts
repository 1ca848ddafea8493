"use client";

import { useEffect, useMemo, useState } from "react";
import type { Painter, TextLayout } from "@/lib/paint/painter";
import type { TextLayer } from "@/lib/template/layers/text";
import { loadCssFont } from "../pictures/font-files";
import { faceFor } from "../pictures/user-fonts";
import { usePainter } from "./use-painter";

/** The painter's own layout of a text layer; null until its fonts are here. */
export function useTextLayout(layer: TextLayer): TextLayout | null {
  const painter = usePainter();
  const [prepared, setPrepared] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a font that came in makes a layout possible
  const layout = useMemo(() => (painter ? layoutOrNull(painter, layer) : null), [painter, layer, prepared]);

  useEffect(() => {
    if (!painter || layout) return;
    let current = true;
    painter.prepare({ layers: [layer] }).then(
      () => current && setPrepared((count) => count + 1),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [painter, layer, layout]);

  return layout;
}

/** Laying out throws while a font is missing; it is asked for then. */
function layoutOrNull(painter: Painter, layer: TextLayer): TextLayout | null {
  try {
    return painter.layoutText(layer);
  } catch {
    return null;
  }
}

/** The font files that a layout draws with; the same array as long as they are the same. */
export function useFontsOf(layout: TextLayout | null): readonly string[] {
  const key = [...new Set(layout?.lines.flatMap(({ runs }) => runs.map(({ font }) => font)))].join(" ");
  return useMemo(() => (key === "" ? [] : key.split(" ")), [key]);
}

/** Makes the faces of a text layer, and further font files, usable in CSS. */
export function useFacesOf(layer: TextLayer, further: readonly string[]): void {
  const styles = [layer.style, ...layer.runs.map(({ style }) => ({ ...layer.style, ...style }))];
  const own = styles.map(
    ({ fontFamily, fontWeight, italic }) => faceFor(fontFamily, fontWeight, italic).file,
  );
  const key = [...new Set([...own, ...further])].join(" ");
  useEffect(() => {
    for (const file of key.split(" ")) loadCssFont({ file }).catch(() => undefined);
  }, [key]);
}
