"use client";

import { useEffect, useState } from "react";
import { classNames } from "../ui/class-names";

/** Quiet time after typing before the picture is asked for, ms. */
const PAUSE = 160;

export type LivePictureProps = { src: string; alt: string; size: { width: number; height: number } };

/** A picture whose address changes while one types: the one before stays until the next is there, so nothing blinks. */
export function LivePicture({ src, alt, size }: LivePictureProps) {
  const [shown, setShown] = useState(src);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (src === shown) return;
    let current = true;
    const timer = setTimeout(() => {
      const next = new Image();
      next.src = src;
      next
        .decode()
        .then(() => {
          if (!current) return;
          setShown(src);
          setFailed(false);
        })
        .catch(() => current && setFailed(true));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [src, shown]);

  return (
    <div className="relative" aria-busy={src !== shown && !failed}>
      {/* biome-ignore lint/performance/noImgElement: the link's own answer, byte for byte, is what is shown */}
      <img
        src={shown}
        alt={alt}
        width={size.width}
        height={size.height}
        className={classNames(
          "h-auto w-full rounded-md bg-active shadow-card transition-opacity duration-150",
          failed && "opacity-60",
        )}
      />
      <p role="status" className={failed ? "absolute inset-x-0 bottom-3 text-center text-sm" : "sr-only"}>
        {failed ? (
          <span className="rounded-md bg-tip px-2.5 py-1 text-on-tip">
            The picture did not load. Type again.
          </span>
        ) : null}
      </p>
    </div>
  );
}
