"use client";

import { useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { PixelDifference, Pixels } from "@/lib/editor/versions/pixel-difference";
import { PixelCanvas } from "./pixel-canvas";

export type CompareMode = "beside" | "slider" | "highlight";

export type ComparedPicturesProps = {
  mode: CompareMode;
  names: { before: string; after: string };
  before: Pixels | null;
  after: Pixels | null;
  difference: PixelDifference | null;
  /** Width and height of the newer picture, for its place while it is painted. */
  size: { width: number; height: number };
};

/** Two pictures: beside each other, one wiped over the other, or with what differs marked. */
export function ComparedPictures({ mode, names, before, after, difference, size }: ComparedPicturesProps) {
  const empty = (
    <div style={{ aspectRatio: `${size.width} / ${size.height}` }} className="max-h-[52dvh] w-full">
      <Skeleton className="size-full" />
    </div>
  );
  if (mode === "beside") {
    return (
      <div className="grid gap-3 sm:grid-cols-2">
        {[
          { name: names.before, pixels: before },
          { name: names.after, pixels: after },
        ].map(({ name, pixels }) => (
          <figure key={name} className="grid content-start gap-1.5">
            {pixels ? <PixelCanvas pixels={pixels} label={name} className="checkered rounded-sm" /> : empty}
            <figcaption className="text-muted text-xs">{name}</figcaption>
          </figure>
        ))}
      </div>
    );
  }
  if (before === null || after === null) return empty;
  return mode === "slider" ? (
    <Slider names={names} before={before} after={after} />
  ) : (
    <div className="relative grid w-fit">
      <PixelCanvas
        pixels={after}
        label={`${names.after}, with what differs from ${names.before} marked`}
        className="checkered rounded-sm opacity-60 [grid-area:1/1]"
      />
      {difference ? <PixelCanvas pixels={difference.marks} className="[grid-area:1/1]" /> : null}
    </div>
  );
}

function Slider({
  names,
  before,
  after,
}: {
  names: ComparedPicturesProps["names"];
  before: Pixels;
  after: Pixels;
}) {
  const [at, setAt] = useState(50);
  return (
    <figure className="grid gap-1.5">
      <div className="relative grid w-fit">
        <PixelCanvas pixels={after} label={names.after} className="checkered rounded-sm [grid-area:1/1]" />
        <div
          className="checkered overflow-hidden rounded-sm [grid-area:1/1]"
          style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}
        >
          <PixelCanvas pixels={before} label={names.before} />
        </div>
        <input
          type="range"
          min={0}
          max={100}
          value={at}
          aria-label="How much of the older picture is shown"
          aria-valuetext={`${at}% ${names.before}, ${100 - at}% ${names.after}`}
          onChange={(event) => setAt(event.target.valueAsNumber)}
          className="peer absolute inset-0 z-10 size-full cursor-ew-resize opacity-0"
        />
        <span
          aria-hidden
          style={{ left: `${at}%` }}
          className="pointer-events-none absolute inset-y-0 -ml-px w-0.5 bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2"
        >
          <span className="absolute top-1/2 left-1/2 size-6 -translate-1/2 rounded-full border-2 border-accent bg-panel shadow-low" />
        </span>
      </div>
      <figcaption className="flex justify-between gap-3 text-muted text-xs">
        <span>{names.before}</span>
        <span>{names.after}</span>
      </figcaption>
    </figure>
  );
}
