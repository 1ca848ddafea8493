"use client";

import { Check } from "lucide-react";
import { type PictureItem, pictureAddress } from "../api/pictures";
import { classNames } from "../ui/class-names";

export type PictureCardProps = {
  workspace: string;
  picture: PictureItem;
  selected: boolean;
  /** null where nothing can be selected. */
  onSelect: ((range: boolean) => void) | null;
  onOpen: () => void;
};

/** A picture with its name; a click opens it, the box in the corner selects it. */
export function PictureCard({ workspace, picture, selected, onSelect, onOpen }: PictureCardProps) {
  const { id, name, width, height, tags } = picture;
  return (
    <article className="group relative">
      <button
        type="button"
        aria-label={`Open ${name}`}
        onClick={onOpen}
        className={classNames(
          "checkered block aspect-square w-full overflow-hidden rounded-lg ring-1 ring-line ring-inset hover:ring-line-strong",
          selected && "outline-2 outline-accent",
        )}
      >
        {/* biome-ignore lint/performance/noImgElement: the server sends the stored bytes; there is nothing to optimise */}
        <img
          src={pictureAddress(workspace, id)}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
        />
      </button>
      {onSelect === null ? null : (
        <label
          className={classNames(
            "absolute top-1.5 left-1.5 grid size-6 cursor-pointer place-items-center rounded-md bg-panel text-on-accent shadow-low ring-1 ring-field-line ring-inset has-checked:bg-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
            !selected &&
              "opacity-0 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          <input
            type="checkbox"
            aria-label={`Select ${name}`}
            checked={selected}
            onChange={(event) =>
              onSelect("shiftKey" in event.nativeEvent && event.nativeEvent.shiftKey === true)
            }
            className="sr-only"
          />
          {selected ? <Check aria-hidden className="size-4" /> : null}
        </label>
      )}
      <p title={name} className="mt-1.5 truncate font-medium text-xs">
        {name}
      </p>
      <p title={tags.join(", ")} className="figures truncate text-faint text-xs">
        {width} × {height}
        {tags.length === 0 ? "" : ` · ${tags.join(", ")}`}
      </p>
    </article>
  );
}
