"use client";

import { Upload } from "lucide-react";
import { useRef } from "react";
import { PICTURE_TYPES } from "../api/pictures";
import { Button, type ButtonProps } from "../ui/button";
import { classNames } from "../ui/class-names";

export type UploadButtonProps = Pick<ButtonProps, "variant" | "size" | "className"> & {
  label: string;
  multiple?: boolean;
  /** The share that is sent, 0 to 1, while the button waits for it; null while nothing is under way. */
  share?: number | null;
  onFiles: (files: readonly File[]) => void;
};

/** Opens the file dialog. */
export function UploadButton({ label, multiple = false, share = null, onFiles, ...look }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const isBusy = share !== null;
  return (
    <div className={classNames("relative", look.className)}>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={PICTURE_TYPES}
        aria-label={`${label}: files`}
        tabIndex={-1}
        disabled={isBusy}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        {...look}
        busy={isBusy}
        icon={<Upload aria-hidden className="size-4" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      {isBusy ? (
        // Within the button, so that nothing moves when it comes and goes.
        <progress
          aria-label="Upload"
          value={share}
          max={1}
          className="absolute inset-x-2 bottom-1 h-1 w-[calc(100%-1rem)] accent-accent"
        />
      ) : null}
    </div>
  );
}
