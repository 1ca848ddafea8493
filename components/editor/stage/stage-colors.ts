"use client";

import { useTheme } from "next-themes";
import { useMemo } from "react";

/** Colours of what the editor draws on the canvas, read from the theme's tokens, since a canvas knows no CSS. */
export type StageColors = {
  accent: string;
  guide: string;
  /** A guide drawn from a ruler. */
  drawn: string;
  /** What lies outside the safe area. */
  unsafe: string;
  rulerMark: string;
  rulerText: string;
  tip: string;
  onTip: string;
  panel: string;
  placeholder: string;
  placeholderLine: string;
  placeholderIcon: string;
  checkA: string;
  checkB: string;
};

/** Guides stand out from any design and from the accent: the red of Figma's and Sketch's measures. */
const GUIDE = "#f24e8a";

/** A line that stays has another colour than one that comes and goes. */
const DRAWN = "#12a5c0";

export function useStageColors(): StageColors {
  const { resolvedTheme } = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens change with the theme
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(name).trim();
    return {
      accent: token("--accent"),
      guide: GUIDE,
      drawn: DRAWN,
      unsafe: "rgba(242, 78, 138, 0.1)",
      rulerMark: token("--accent-soft"),
      rulerText: token("--muted"),
      tip: token("--tip"),
      onTip: token("--on-tip"),
      panel: token("--panel"),
      placeholder: "rgba(125, 130, 150, 0.16)",
      placeholderLine: "rgba(110, 116, 140, 0.75)",
      placeholderIcon: "rgba(90, 96, 120, 0.95)",
      checkA: token("--check-a"),
      checkB: token("--check-b"),
    };
  }, [resolvedTheme]);
}
