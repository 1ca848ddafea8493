"use client";

import { useEffect, useRef } from "react";

/** Takes text that is pasted anywhere on the page, but for what one types into. */
export function usePastedText(onText: (text: string) => void): void {
  const take = useRef(onText);
  useEffect(() => {
    take.current = onText;
  }, [onText]);
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("input, textarea, [contenteditable], [role=dialog]")) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text.trim() === "") return;
      event.preventDefault();
      take.current(text);
    }
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
