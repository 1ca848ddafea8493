import type { StarterItem } from "@/lib/template/starters/starter-item";
import { PreviewButton } from "./preview-button";
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
      <PreviewButton name={starter.name} busy={busy} tabIndex={-1} onPreview={onPreview} />
    </div>
  );
}
