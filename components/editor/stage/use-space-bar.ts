"use client";

import { useEffect } from "react";
import { isTypingTarget } from "@/lib/editor/shortcuts";

/** Tells whether the space bar is held where nobody types and no button has the focus. */
export function useSpaceBar(onHeld: (held: boolean) => void): void {
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      if (event.code !== "Space" || !isCanvasKey(event.target)) return;
      event.preventDefault();
      onHeld(true);
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.code === "Space") onHeld(false);
    };
    const letGo = () => onHeld(false);
    window.addEventListener("keydown", onDown);
    window.addEventListener("keyup", onUp);
    window.addEventListener("blur", letGo);
    return () => {
      window.removeEventListener("keydown", onDown);
      window.removeEventListener("keyup", onUp);
      window.removeEventListener("blur", letGo);
    };
  }, [onHeld]);
}

function isCanvasKey(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  return (
    !isTypingTarget(target) && !target.closest("button, a, [role=button], [role=slider], [role=treeitem]")
  );
}
