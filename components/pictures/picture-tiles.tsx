import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

export type Tile = {
  key: string;
  /** What the button is called. */
  label: string;
  /** The picture's name. */
  name: string;
  src: string;
  /** Whether it is the one in use; left out where none can be. */
  pressed?: boolean;
  onPick: () => void;
};

export type PictureTilesProps = {
  label: string;
  tiles: readonly Tile[];
  disabled?: boolean;
  /** Columns and height of the grid. */
  className?: string;
  /** Stands behind the last tile: places of tiles that are on their way. */
  children?: ReactNode;
};

/** Pictures to choose one of. */
export function PictureTiles({ label, tiles, disabled = false, className, children }: PictureTilesProps) {
  return (
    <ul
      aria-label={label}
      className={classNames("grid content-start gap-1.5 overflow-y-auto p-0.5 empty:hidden", className)}
    >
      {tiles.map(({ key, label: tileLabel, name, src, pressed, onPick }) => (
        <li key={key}>
          <button
            type="button"
            disabled={disabled}
            aria-label={tileLabel}
            aria-pressed={pressed}
            title={name}
            onClick={onPick}
            className="checkered block aspect-square w-full overflow-hidden rounded-md ring-1 ring-line ring-inset hover:ring-field-line disabled:opacity-50 aria-pressed:outline-2 aria-pressed:outline-accent"
          >
            {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
            <img src={src} alt="" loading="lazy" decoding="async" className="size-full object-contain" />
          </button>
        </li>
      ))}
      {children}
    </ul>
  );
}
