import { Search } from "lucide-react";
import { classNames } from "./class-names";
import { Input, type InputProps } from "./input";

const SIZES = {
  small: { icon: "top-1.5 left-2", input: "pl-7" },
  medium: { icon: "top-2 left-2.5", input: "pl-8" },
} as const;

/** Most characters of a search: as many as the server takes. */
const LONGEST = 120;

export type SearchInputProps = Omit<InputProps, "size" | "type" | "className"> & {
  "aria-label": string;
  size?: keyof typeof SIZES;
  /** Width and place of the whole. */
  className?: string;
};

/** What one types to find something, with a glass before it. */
export function SearchInput({ size = "medium", className, ...rest }: SearchInputProps) {
  return (
    <div className={classNames("relative", className)}>
      <Search aria-hidden className={classNames("absolute size-4 text-faint", SIZES[size].icon)} />
      <Input type="search" maxLength={LONGEST} size={size} className={SIZES[size].input} {...rest} />
    </div>
  );
}
