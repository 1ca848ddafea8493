import { Spinner } from "../ui/spinner";

/** Longest side of the little canvas, px. */
const LONGEST = 34;

export type PresetButtonProps = {
  name: string;
  size: { width: number; height: number };
  busy: boolean;
  onClick: () => void;
};

export function PresetButton({ name, size, busy, onClick }: PresetButtonProps) {
  const scale = LONGEST / Math.max(size.width, size.height);
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      onClick={onClick}
      className="flex items-center gap-3 rounded-lg px-3 py-2.5 text-left ring-1 ring-line ring-inset transition-colors hover:bg-hover hover:ring-line-strong"
    >
      <span className="grid size-9 shrink-0 place-items-center">
        {busy ? (
          <Spinner />
        ) : (
          <span
            className="block rounded-[2px] border-[1.5px] border-field-line bg-panel"
            style={{ width: size.width * scale, height: size.height * scale }}
          />
        )}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium text-sm">{name}</span>
        <span className="figures block text-faint text-xs">
          {size.width} × {size.height}
        </span>
      </span>
    </button>
  );
}
