"use client";

import { useEffect, useRef } from "react";
import type { Pixels } from "@/lib/editor/versions/pixel-difference";

export type PixelCanvasProps = { pixels: Pixels; label?: string; className?: string };

/** Pixels on the screen, as wide as there is room for and never larger than they are. Without a label it is decoration. */
export function PixelCanvas({ pixels, label, className }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    const image = context?.createImageData(pixels.width, pixels.height);
    if (!context || !image) return;
    image.data.set(pixels.data);
    context.putImageData(image, 0, 0);
  }, [pixels]);
  return (
    <canvas
      ref={canvas}
      width={pixels.width}
      height={pixels.height}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      className={`block h-auto max-h-[52dvh] w-auto max-w-full ${className ?? ""}`}
    />
  );
}
