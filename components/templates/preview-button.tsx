import { Eye } from "lucide-react";
import type { ComponentProps } from "react";
import { Spinner } from "../ui/spinner";

export type PreviewButtonProps = Pick<ComponentProps<"button">, "tabIndex"> & {
  name: string;
  /** A template is being made of the design: told in the button's place. */
  busy: boolean;
  onPreview: () => void;
};

/** The eye in the corner of a design's card (a `group`), which shows it large. */
export function PreviewButton({ name, busy, onPreview, tabIndex }: PreviewButtonProps) {
  if (busy) {
    return (
      <span className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-raised shadow-pop">
        <Spinner />
      </span>
    );
  }
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`Preview ${name}`}
      title="Preview"
      onClick={onPreview}
      className="absolute top-2 right-2 grid size-7 place-items-center rounded-full bg-raised text-muted opacity-0 shadow-pop transition-opacity hover:text-text focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100"
    >
      <Eye aria-hidden className="size-4" />
    </button>
  );
}
