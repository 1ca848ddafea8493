import { classNames } from "@/components/ui/class-names";

/** Look of the inputs in the editor's panels: flat until pointed at, so that a dense panel stays calm. */
export const PANEL_INPUT = classNames(
  "h-7 w-full min-w-0 rounded-md bg-sunken text-text text-xs ring-inset transition-shadow duration-100 dark:bg-hover",
  "hover:ring-1 hover:ring-line-strong focus-visible:outline-none focus-visible:ring-2 focus-visible:ring-accent",
  "aria-invalid:ring-1 aria-invalid:ring-danger-text disabled:opacity-45",
);
