"use client";

import { FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";

export type FileDropProps = {
  /** What is said while files hang over the page. */
  words: string;
  onFiles: (files: File[]) => void;
};

/** Takes files that are dropped anywhere on the page, which a browser would else open in its place. */
export function FileDrop({ words, onFiles }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  }, [onFiles]);

  useEffect(() => {
    // Entering a child comes before leaving its parent: only the balance says whether the pointer is on the page.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setIsOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("dragenter", enter);
    document.addEventListener("dragleave", leave);
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragenter", enter);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-xl border-2 border-accent border-dashed bg-scrim">
      <p className="flex items-center gap-2 rounded-lg bg-raised px-4 py-3 font-medium text-sm shadow-pop">
        <FileUp aria-hidden className="size-4 text-accent-text" />
        {words}
      </p>
    </div>
  );
}
