"use client";

import { ImageOff, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { RowProblem } from "@/lib/editor/contact/row-problems";
import type { TileEntry } from "@/lib/editor/contact/tile-queue";
import type { Size } from "@/lib/template/layer-entry";
import { problemWords } from "./problem-words";

export type ContactTileProps = {
  name: string;
  size: Size;
  tile: TileEntry<ImageBitmap> | undefined;
  problems: readonly RowProblem[] | undefined;
  /** The canvas shows this row. */
  shown: boolean;
  /** The one tile that Tab goes to. */
  reachable: boolean;
  onFocus: () => void;
  onShow: () => void;
  onOpen: () => void;
};

/** One row of the contact sheet: its picture, its name, what is wrong with it. */
export function ContactTile(props: ContactTileProps) {
  const { name, size, tile, problems, shown, reachable, onFocus, onShow, onOpen } = props;
  const words = problems && problemWords(problems);
  const said = problems?.map(({ message }) => message).join(" ");
  return (
    <div
      role="option"
      aria-selected={shown}
      title={said || name}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={onShow}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        if (event.key === "Enter") onOpen();
        else onShow();
      }}
      className={classNames(
        "group grid cursor-default content-start gap-1.5 rounded-lg p-1.5 outline-none hover:bg-hover",
        "focus-visible:ring-2 focus-visible:ring-accent aria-selected:bg-accent-soft",
      )}
      style={{ width: size.width + 12 }}
    >
      <span
        className="relative block overflow-hidden rounded-xs bg-[repeating-conic-gradient(var(--check-b)_0_25%,var(--check-a)_0_50%)] bg-size-[12px_12px] shadow-card"
        style={size}
      >
        <TilePicture size={size} tile={tile} />
      </span>
      <span className="grid min-w-0 gap-0.5 px-0.5">
        <span className="truncate font-medium text-xs">{name}</span>
        <span
          className={classNames(
            "flex min-h-4 min-w-0 items-center gap-1 text-2xs",
            words ? "text-warning-text" : "text-faint",
          )}
        >
          {words ? <TriangleAlert aria-hidden className="size-3 shrink-0" /> : null}
          <span className="truncate">
            {words ?? ""}
            {words === "" ? "Fits" : ""}
          </span>
        </span>
      </span>
    </div>
  );
}

function TilePicture({ size, tile }: { size: Size; tile: TileEntry<ImageBitmap> | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = tile?.state === "ready" ? tile.result : null;
  useEffect(() => {
    const target = canvas.current;
    if (!target || !bitmap) return;
    target.width = bitmap.width;
    target.height = bitmap.height;
    target.getContext("2d")?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  if (tile?.state === "failed") {
    return (
      <span className="grid h-full place-items-center gap-1 bg-panel text-faint text-xs">
        <ImageOff aria-hidden className="size-4" />
        <span className="sr-only">This row could not be painted.</span>
      </span>
    );
  }
  return (
    <>
      <canvas ref={canvas} data-ready={bitmap !== null} style={size} className="block" />
      {bitmap ? null : <span aria-hidden className="absolute inset-0 animate-pulse bg-active" />}
    </>
  );
}
