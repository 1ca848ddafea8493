import { Eye } from "lucide-react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { Spinner } from "../ui/spinner";
import { StarterPicture } from "./starter-picture";

export type StarterCardProps = {
  starter: StarterItem;
  /** The name that pictures show. */
  name: string;
  busy: boolean;
  /** Whether the Tab key stops here: one card of the grid takes it. */
  current: boolean;
  onUse: () => void;
  onPreview: () => void;
};

/** A ready design: a click on it begins with it, the eye shows it large. */
export function StarterCard({ starter, name, busy, current, onUse, onPreview }: StarterCardProps) {
  return (
    <div className="group relative">
      <button
        type="button"
        data-starter={starter.id}
        tabIndex={current ? 0 : -1}
        aria-busy={busy || undefined}
        onClick={onUse}
        className="block w-full rounded-lg text-left"
      >
        <StarterPicture starter={starter} name={name} className="p-3" />
        <span className="mt-1.5 block truncate font-medium text-sm group-hover:text-accent-text">
          {starter.name}
        </span>
        <span className="line-clamp-2 text-faint text-xs">{starter.description}</span>
      </button>
      {busy ? (
        <span className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-raised shadow-pop">
          <Spinner />
        </span>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Preview ${starter.name}`}
          title="Preview"
          onClick={onPreview}
          className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-raised text-muted opacity-0 shadow-pop transition-opacity hover:text-text focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100"
        >
          <Eye aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
