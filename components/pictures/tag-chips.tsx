import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { PictureTag } from "../api/pictures";
import { classNames } from "../ui/class-names";

export type TagChipsProps = {
  tags: readonly PictureTag[];
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
  /** Low and without numbers, for panels. */
  dense?: boolean;
  /** Stands in the place of a tag's button, or null. */
  instead?: (tag: string) => ReactNode;
  /** Joined to the end of a tag's button. */
  menu?: (tag: string) => ReactNode;
  className?: string;
};

/** Tags to narrow a list of pictures by: a picture must have all that are chosen. */
export function TagChips(props: TagChipsProps) {
  const { tags, chosen, onChosen, dense = false, instead, menu, className } = props;
  if (tags.length === 0) return null;
  return (
    <ul aria-label="Tags" className={classNames("flex flex-wrap items-center", className)}>
      {tags.map(({ tag, pictures }) => {
        const isOn = chosen.includes(tag);
        return (
          <li key={tag} className="flex min-w-0 items-center">
            {instead?.(tag) ?? (
              <>
                <button
                  type="button"
                  aria-pressed={isOn}
                  onClick={() => onChosen(isOn ? chosen.filter((each) => each !== tag) : [...chosen, tag])}
                  className={classNames(
                    "flex min-w-0 items-center text-xs ring-1 ring-line-strong ring-inset hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text",
                    dense ? "h-6 gap-1 px-2" : "h-7 gap-1.5 bg-panel px-2.5",
                    menu ? "rounded-l-full" : "rounded-full",
                  )}
                >
                  {isOn ? <Check aria-hidden className="size-3 shrink-0" /> : null}
                  <span className="truncate">{tag}</span>
                  {dense ? null : <span className="figures text-faint">{pictures}</span>}
                </button>
                {menu?.(tag)}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
