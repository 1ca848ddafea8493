"use client";

import { Crop } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { OnChange } from "./change";
import { DragArea } from "./drag-area";

export type FocalPoint = { focalX: number; focalY: number };

export type FocalPointFieldProps = {
  value: FocalPoint;
  /** Picture shown under the point; null shows a grid alone. */
  imageUrl: string | null;
  disabled?: boolean;
  /** Leads to cropping on the canvas; left out where there is nothing to crop. */
  onCrop?: (() => void) | undefined;
  onChange: OnChange<FocalPoint>;
};

/** The tallest preview, px. */
const TALLEST = 144;
const EMPTY_RATIO = 16 / 9;

/** The point of the picture that stays in view when it is cropped. */
export function FocalPointField({
  value,
  imageUrl,
  disabled = false,
  onCrop,
  onChange,
}: FocalPointFieldProps) {
  // The area has the picture's own ratio, so that a share of the one is the same share of the other.
  const [ratio, setRatio] = useState(EMPTY_RATIO);
  return (
    <div className="grid gap-1.5">
      <DragArea
        label="Focal point"
        valueText={`${Math.round(value.focalX * 100)} % from the left, ${Math.round(value.focalY * 100)} % from the top`}
        axis="both"
        disabled={disabled}
        spot={{ x: value.focalX, y: value.focalY }}
        onChange={({ x, y }, change) => onChange({ focalX: hundredth(x), focalY: hundredth(y) }, change)}
        className="checkered mx-auto w-full overflow-hidden rounded-md ring-1 ring-line ring-inset"
        style={
          imageUrl === null ? { aspectRatio: EMPTY_RATIO } : { aspectRatio: ratio, maxWidth: TALLEST * ratio }
        }
      >
        {imageUrl === null ? null : (
          // biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise
          <img
            src={imageUrl}
            alt=""
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
              if (naturalHeight > 0) setRatio(naturalWidth / naturalHeight);
            }}
            className="pointer-events-none block size-full"
          />
        )}
        <span
          className="-translate-x-1/2 -translate-y-1/2 pointer-events-none absolute size-4 rounded-full border-2 border-white bg-accent shadow-[0_0_0_1px_rgb(0_0_0/0.4)]"
          style={{ left: `${value.focalX * 100}%`, top: `${value.focalY * 100}%` }}
        />
      </DragArea>
      {onCrop ? (
        <Button size="small" icon={<Crop className="size-3.5" />} disabled={disabled} onClick={onCrop}>
          Crop on the canvas
        </Button>
      ) : null}
    </div>
  );
}

function hundredth(share: number): number {
  return Math.round(share * 100) / 100;
}
