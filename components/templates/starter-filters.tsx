import { useId } from "react";
import { STARTER_CATEGORIES } from "@/lib/template/starters/category";
import { Input } from "../ui/input";
import { SearchInput } from "../ui/search-input";
import { Select } from "../ui/select";
import { STARTER_SHAPES, type StarterFilter } from "./find-starters";

const CATEGORIES = [
  { value: "all", label: "All" },
  ...STARTER_CATEGORIES.map(({ id, label }) => ({ value: id, label })),
] as const;

const SHAPES = [
  { value: "all", label: "Any size" },
  ...STARTER_SHAPES.map(({ id, label }) => ({ value: id, label })),
] as const;

export type StarterFiltersProps = {
  filter: StarterFilter;
  onFilter: (filter: StarterFilter) => void;
  /** The name as it is being typed. */
  name: string;
  onName: (name: string) => void;
};

/** Search, category, size, and the name that pictures show. */
export function StarterFilters({ filter, onFilter, name, onName }: StarterFiltersProps) {
  const nameId = useId();
  const categoryName = useId();
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="grid grid-cols-2 items-center gap-2 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
        <SearchInput
          aria-label="Search ready designs"
          placeholder="Search: birthday, QR, points…"
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
          className="max-sm:col-span-2"
        />
        <Select
          aria-label="Size"
          value={filter.shape}
          options={SHAPES}
          onValueChange={(value) => {
            const shape = SHAPES.find((each) => each.value === value);
            if (shape) onFilter({ ...filter, shape: shape.value });
          }}
        />
        <div className="flex items-center gap-2 sm:pl-2">
          <label htmlFor={nameId} className="whitespace-nowrap text-muted text-xs">
            <span className="max-sm:sr-only">See them with the name</span>
            <span aria-hidden className="sm:hidden">
              Name
            </span>
          </label>
          <Input
            id={nameId}
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => onName(event.currentTarget.value)}
            className="sm:w-36"
          />
        </div>
      </div>
      <fieldset className="-mx-5 min-w-0 overflow-x-auto px-5 py-0.5">
        <legend className="sr-only">Category</legend>
        <div className="flex w-max min-w-full rounded-md bg-active p-0.5">
          {CATEGORIES.map(({ value, label }) => (
            <label
              key={value}
              className="relative grid h-7 flex-1 cursor-pointer place-items-center whitespace-nowrap rounded-sm px-3 font-medium text-muted text-xs transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:shadow-low has-focus-visible:outline-2 has-focus-visible:outline-accent dark:has-checked:bg-white/20"
            >
              <input
                type="radio"
                name={categoryName}
                checked={filter.category === value}
                onChange={() => onFilter({ ...filter, category: value })}
                className="sr-only"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
