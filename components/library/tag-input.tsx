"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import { Input } from "../ui/input";

export type TagInputProps = {
  label: string;
  tags: readonly string[];
  /** Tags of the workspace, offered while one types. */
  known: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
};

/** Tags as a row that can be added to by Enter or a comma. */
export function TagInput({ label, tags, known, onAdd, onRemove }: TagInputProps) {
  const [typed, setTyped] = useState("");
  const id = useId();

  function add() {
    const tag = typed.replaceAll(",", " ").trim();
    setTyped("");
    if (tag !== "" && !tags.includes(tag)) onAdd(tag);
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-muted text-xs">
        {label}
      </label>
      {tags.length === 0 ? null : (
        <ul aria-label="Chosen tags" className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag} className="flex h-6 items-center rounded-full bg-active pl-2.5 text-xs">
              {tag}
              <button
                type="button"
                aria-label={`Take away ${tag}`}
                onClick={() => onRemove(tag)}
                className="grid size-6 place-items-center rounded-full text-faint hover:text-text"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Input
        id={id}
        size="small"
        list={`${id}-known`}
        value={typed}
        maxLength={40}
        placeholder="Add a tag"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== ",") return;
          event.preventDefault();
          add();
        }}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
