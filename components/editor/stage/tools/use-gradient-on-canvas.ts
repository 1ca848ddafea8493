"use client";

import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useEditorIfOpen } from "../../editor-context";
import { createStageTools, type GradientTarget, isSameTarget } from "./stage-tools";

export type GradientOnCanvas = {
  /** Whether the editor in the panel is open. */
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Whether the handles on the canvas stay without it. */
  pinned: boolean;
  /** Pins them or lets them go; null where there is nothing to show on the canvas. */
  toggle: (() => void) | null;
  /** The chosen stop, shared between panel and canvas. */
  stop: { chosen: number; onChoose: (stop: number) => void } | Record<string, never>;
};

/** Stands in where there is no editor, and so no canvas. */
const NO_TOOLS = createStageTools();

/** Ties a fill in the panel to its handles on the canvas: they are there while its editor is open, or pinned. */
export function useGradientOnCanvas(
  target: GradientTarget | undefined,
  isGradient: boolean,
): GradientOnCanvas {
  const tools = useEditorIfOpen()?.tools ?? NO_TOOLS;
  const editing = useStore(tools, ({ gradient }) => gradient);
  const [open, setOpen] = useState(false);
  const mine = editing && isSameTarget(editing.target, target) ? editing : null;
  const isShown = isGradient && target !== undefined;

  // The kind of fill can change while the editor is open.
  useEffect(() => {
    const { gradient } = tools.getState();
    const isMine = isSameTarget(gradient?.target, target);
    if (open && isShown && !isMine) tools.setState({ gradient: { target, stop: 0, pinned: false } });
    if (!isShown && isMine && gradient && target) tools.setState({ gradient: null });
  }, [tools, open, isShown, target]);

  return {
    open,
    setOpen: (next) => {
      setOpen(next);
      if (!next && mine && !mine.pinned) tools.setState({ gradient: null });
    },
    pinned: mine?.pinned ?? false,
    toggle: isShown
      ? () =>
          tools.setState({ gradient: mine?.pinned ? null : { target, stop: mine?.stop ?? 0, pinned: true } })
      : null,
    stop: mine
      ? { chosen: mine.stop, onChoose: (stop) => tools.setState({ gradient: { ...mine, stop } }) }
      : {},
  };
}
