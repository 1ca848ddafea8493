"use client";

import { ImageOff } from "lucide-react";
import { useState } from "react";
import { classNames } from "../ui/class-names";

export type ThumbnailProps = {
  /** null while there is nothing to ask for yet. */
  src: string | null;
  /** Size of the picture, px: its place is held before it comes. */
  size: { width: number; height: number } | null;
  className?: string;
  /** Asked for at once, not only when the browser thinks it is near. */
  eager?: boolean;
  /** The picture came, or did not. */
  onSettled?: (isShown: boolean) => void;
};

/** A template's picture on a quiet ground, whole and in its own proportions. Decorative: the name stands below. */
export function Thumbnail({ src, size, className, eager = false, onSettled }: ThumbnailProps) {
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");
  const { width, height } = size ?? { width: 16, height: 10 };
  return (
    <span
      className={classNames(
        "grid aspect-[16/10] place-items-center overflow-hidden rounded-lg bg-stage p-4 ring-1 ring-line ring-inset",
        "transition-shadow group-hover:ring-line-strong",
        state === "loading" && "animate-shimmer",
        className,
      )}
    >
      {state === "failed" ? (
        <ImageOff aria-hidden className="size-5 text-faint" />
      ) : (
        // biome-ignore lint/performance/noImgElement: the server already paints it at the size of a card
        <img
          alt=""
          src={src ?? undefined}
          width={width}
          height={height}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          onLoad={() => {
            setState("shown");
            onSettled?.(true);
          }}
          onError={() => {
            setState("failed");
            onSettled?.(false);
          }}
          // A picture that came before the page woke up says so only here.
          ref={(image) => {
            if (image?.complete && image.naturalWidth > 0 && state === "loading") setState("shown");
          }}
          className={classNames(
            "checkered size-auto max-h-full min-h-0 min-w-0 max-w-full rounded-sm object-contain shadow-card transition-opacity duration-150",
            state === "shown" ? "opacity-100" : "opacity-0",
          )}
        />
      )}
    </span>
  );
}
