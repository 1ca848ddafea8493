import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { PopoverTrigger } from "@/components/ui/popover";

/** Its edge has to be seen against the panel whatever it shows: a dark colour on a dark panel, white on white. */
const SWATCH = "checkered block overflow-hidden ring-inset";

export type SwatchProps = {
  /** A CSS background; null where several differ. */
  background: string | null;
  className: string;
};

/** A colour or a gradient as a small square. */
export function Swatch({ background, className }: SwatchProps) {
  return (
    <span aria-hidden className={classNames(SWATCH, className)}>
      <span
        className={classNames(
          "block size-full rounded-[inherit] ring-1 ring-field-line ring-inset",
          background === null && "bg-linear-135 from-50% from-line-strong to-50% to-panel",
        )}
        style={background === null ? {} : { background }}
      />
    </span>
  );
}

export type SwatchTriggerProps = Omit<ComponentProps<"button">, "children"> & {
  label: string;
  background: string | null;
};

/** The swatch that opens a picker. Where the layers differ it says so and is as wide as the row. */
export function SwatchTrigger({ label, background, ...rest }: SwatchTriggerProps) {
  const isMixed = background === null;
  return (
    <PopoverTrigger asChild>
      <button
        type="button"
        aria-label={label}
        className={classNames(
          "flex h-7 items-center gap-2 rounded-md text-muted text-xs ring-inset hover:ring-1 hover:ring-faint disabled:opacity-45",
          isMixed ? "min-w-0 flex-1 bg-sunken dark:bg-hover" : "w-7 shrink-0",
        )}
        {...rest}
      >
        <Swatch background={background} className="size-7 shrink-0 rounded-md" />
        {isMixed ? "Mixed" : null}
      </button>
    </PopoverTrigger>
  );
}
