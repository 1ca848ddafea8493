"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { PICTURE_TYPES } from "../api/pictures";
import { Button, type ButtonProps } from "../ui/button";

export type UploadButtonProps = Pick<ButtonProps, "variant" | "size" | "className"> & {
  label: string;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** Opens the file dialog. */
export function UploadButton({ label, multiple = false, onFiles, ...look }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={PICTURE_TYPES}
        aria-label={`${label}: files`}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        {...look}
        icon={<Upload aria-hidden className="size-4" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
