"use client";

import { ImageUp, RotateCcw, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { LARGEST_ZOOM } from "@/lib/template/layers/image";

type CropBarProps = {
  zoom: number;
  onZoom: (factor: number) => void;
  onReset: () => void;
  onReplace: () => void;
  onCancel: () => void;
  onApply: () => void;
};

/** What can be done to a crop by button. */
export function CropBar({ zoom, onZoom, onReset, onReplace, onCancel, onApply }: CropBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Crop"
      data-crop-bar
      className="-translate-x-1/2 absolute bottom-4 left-1/2 flex max-w-[calc(100%-16px)] cursor-default items-center gap-1 rounded-lg bg-raised p-1.5 shadow-pop"
      onPointerDown={(event) => event.stopPropagation()}
    >
      <IconButton
        label="Zoom the picture out"
        shortcut="-"
        disabled={zoom <= 1}
        onClick={() => onZoom(1 / 1.1)}
      >
        <ZoomOut className="size-4" />
      </IconButton>
      <output aria-label="Zoom of the picture" className="figures w-11 text-center text-xs">
        {`${Math.round(zoom * 100)} %`}
      </output>
      <IconButton
        label="Zoom the picture in"
        shortcut="+"
        disabled={zoom >= LARGEST_ZOOM}
        onClick={() => onZoom(1.1)}
      >
        <ZoomIn className="size-4" />
      </IconButton>
      <IconButton label="Back to the middle, not enlarged" onClick={onReset}>
        <RotateCcw className="size-4" />
      </IconButton>
      <IconButton label="Replace picture" onClick={onReplace}>
        <ImageUp className="size-4" />
      </IconButton>
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <Button size="small" variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
      <Button size="small" variant="primary" onClick={onApply}>
        Done
      </Button>
    </div>
  );
}
