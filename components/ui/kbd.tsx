import { classNames } from "./class-names";

/** A keyboard shortcut, keys joined by `+` as in `Ctrl+Shift+Z`; a `+` at the end is the key itself. */
export function Kbd({ keys, tone = "plain" }: { keys: string; tone?: "plain" | "inverse" }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(/\+(?!$)/).map((key) => (
        <kbd
          key={key}
          className={classNames(
            "grid h-4 min-w-4 place-items-center rounded-sm px-1 font-medium font-sans text-2xs",
            tone === "plain" ? "bg-active text-muted" : "bg-current/15",
          )}
        >
          <span className={tone === "inverse" ? "text-on-tip" : undefined}>{key}</span>
        </kbd>
      ))}
    </span>
  );
}
