"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { LIST_TYPES } from "../api/send-list";
import { Button, type ButtonProps } from "../ui/button";

export type ListButtonProps = Pick<ButtonProps, "variant" | "size" | "busy"> & {
  label: string;
  onFile: (file: File) => void;
};

/** Opens the file dialog for a list. */
export function ListButton({ label, onFile, ...look }: ListButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="relative">
      <input
        ref={input}
        type="file"
        accept={LIST_TYPES}
        aria-label={`${label}: file`}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <Button
        {...look}
        icon={<Upload aria-hidden className="size-4" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </div>
  );
}
