import { Spinner } from "../ui/spinner";
import type { StarterItem } from "./create-dialog";
import { Thumbnail } from "./thumbnail";

export type StarterButtonProps = { starter: StarterItem; busy: boolean; onClick: () => void };

export function StarterButton({ starter, busy, onClick }: StarterButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      onClick={onClick}
      className="group relative block rounded-lg text-left"
    >
      <Thumbnail src={`/api/starters/${starter.id}/picture.png`} size={starter.size} className="p-3" />
      {busy ? (
        <span className="absolute top-2 right-2 grid size-6 place-items-center rounded-full bg-raised shadow-pop">
          <Spinner />
        </span>
      ) : null}
      <span className="mt-1.5 block truncate font-medium text-sm group-hover:text-accent-text">
        {starter.name}
      </span>
      <span className="line-clamp-2 text-faint text-xs">{starter.description}</span>
    </button>
  );
}
