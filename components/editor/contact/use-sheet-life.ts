"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * While the sheet is there: the focus goes to its tile that Tab reaches and comes back afterwards, and Escape closes
 * it wherever the focus is, but for dialogs, menus and what is being typed in.
 */
export function useSheetLife(list: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    list.current?.querySelector<HTMLElement>("[role=option][tabindex='0']")?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key !== "Escape" || event.isComposing) return;
      if (target?.closest("[role=dialog], [role=menu], [role=grid], input, textarea, select")) return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    // Ahead of the editor's own keys, for which Escape lets go of the selection.
    window.addEventListener("keydown", onKeyDown, true);
    return () => {
      window.removeEventListener("keydown", onKeyDown, true);
      const opener = before instanceof HTMLElement && before !== document.body && before.isConnected;
      const target = opener ? before : document.querySelector<HTMLElement>("[data-testid=stage]");
      target?.focus();
    };
  }, [list]);
}
