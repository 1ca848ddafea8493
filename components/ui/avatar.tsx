import { classNames } from "./class-names";
import { initials } from "./initials";

const SIZES = { small: "size-5 text-[10px]", medium: "size-6 text-2xs" } as const;

/** Up to two letters for a person or a workspace. Decorative: the name stands beside it. */
export function Avatar({
  name,
  size = "medium",
  round = false,
}: {
  name: string;
  size?: keyof typeof SIZES;
  round?: boolean;
}) {
  return (
    <span
      aria-hidden
      className={classNames(
        "grid shrink-0 select-none place-items-center bg-accent-soft font-semibold text-accent-text",
        SIZES[size],
        round ? "rounded-full" : size === "small" ? "rounded-sm" : "rounded-md",
      )}
    >
      {initials(name)}
    </span>
  );
}
