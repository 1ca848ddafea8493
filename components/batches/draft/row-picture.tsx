"use client";

import { ImageOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { batchPath } from "../../api/batches";
import { classNames } from "../../ui/class-names";
import { count } from "../batch-words";

/** Quiet time before a picture is asked for anew, ms. */
const PAUSE = 250;

export type RowPictureProps = {
  workspace: string;
  batchId: string;
  row: number;
  /** Another one is another picture. */
  look: string;
  /** Its place is held before it comes. */
  size: { width: number; height: number };
  /** Under it; left out: what it is. */
  caption?: string;
  className?: string;
};

/** What a row's picture looks like as things stand. The one before stays until the next is there. */
export function RowPicture({ workspace, batchId, row, look, size, caption, className }: RowPictureProps) {
  const address = `${batchPath(workspace, batchId)}/rows/${row}/picture?r=${look}`;
  const [shown, setShown] = useState<{ src: string; failed: boolean } | null>(null);
  const figure = useRef<HTMLElement>(null);
  const [isNear, setIsNear] = useState(false);
  // Painting costs the server something: only what somebody is about to see is asked for.
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsNear(true), {
      rootMargin: "200px",
    });
    if (figure.current) watch.observe(figure.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear) return;
    let current = true;
    const timer = setTimeout(() => {
      const image = new Image();
      image.onload = () => current && setShown({ src: address, failed: false });
      image.onerror = () => current && setShown({ src: address, failed: true });
      image.src = address;
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [address, isNear]);
  return (
    <figure ref={figure} className={classNames("min-w-0", className)}>
      <div
        aria-busy={shown?.src !== address}
        className={classNames(
          "checkered grid place-items-center overflow-hidden rounded-lg shadow-card",
          shown === null && "animate-shimmer",
        )}
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
      >
        {shown === null ? null : shown.failed ? (
          <p className="grid justify-items-center gap-2 p-4 text-center text-muted text-xs">
            <ImageOff aria-hidden className="size-5 text-faint" />
            The picture could not be made now.
          </p>
        ) : (
          // biome-ignore lint/performance/noImgElement: the server paints it at the size it has here
          <img src={shown.src} alt={`Row ${count(row)}`} className="size-full object-contain" />
        )}
      </div>
      <figcaption className="figures mt-1.5 text-faint text-xs">
        {caption ?? `Row ${count(row)}, as it would be made`}
      </figcaption>
    </figure>
  );
}
