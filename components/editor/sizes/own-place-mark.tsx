import { Tooltip } from "@/components/ui/tooltip";

/** In the layers list: the size at hand has something of this layer of its own. */
export function OwnPlaceMark() {
  return (
    <Tooltip label="Differs from the design in this size" side="right">
      <span data-own-place className="grid size-4 shrink-0 place-items-center">
        <span aria-hidden className="size-1.5 rounded-full bg-accent" />
      </span>
    </Tooltip>
  );
}
