"use client";

import { type RefObject, useEffect } from "react";
import { TOAST_ROOM } from "@/components/ui/toaster";

/** Keeps toasts above an element and everything under it, for as long as the element is there. */
export function useToastRoom(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = document.documentElement;
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const room = Math.max(0, Math.round(window.innerHeight - target.getBoundingClientRect().top));
      root.style.setProperty(TOAST_ROOM, `${room}px`);
    };
    // The element keeps its size when something under it opens; what stands over it does not.
    const observer = new ResizeObserver(measure);
    for (const each of target.parentElement?.children ?? []) observer.observe(each);
    return () => {
      observer.disconnect();
      root.style.removeProperty(TOAST_ROOM);
    };
  }, [element]);
}
