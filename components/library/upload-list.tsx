"use client";

import { X } from "lucide-react";
import { IconButton } from "../ui/icon-button";
import type { Uploads } from "./use-uploads";

/** What is being uploaded, and what was refused with its reason. */
export function UploadList({ uploads: { uploads, dismiss } }: { uploads: Uploads }) {
  if (uploads.length === 0) return null;
  return (
    <ul aria-label="Uploads" aria-live="polite" className="mb-4 grid gap-1.5">
      {uploads.map(({ id, name, share, refused }) => (
        <li
          key={id}
          className={
            refused === null
              ? "flex items-center gap-3 rounded-md border bg-panel px-3 py-2 text-sm"
              : "flex items-start gap-3 rounded-md bg-danger-soft px-3 py-2 text-danger-text text-sm"
          }
        >
          <span className="wrap-anywhere min-w-0 flex-1">
            <span className="font-medium">{name}</span>
            {refused === null ? null : <span> was not uploaded. {refused}</span>}
          </span>
          {refused === null ? (
            <progress
              aria-label={`Upload of ${name}`}
              value={share}
              max={1}
              className="h-1.5 w-28 shrink-0 self-center accent-accent"
            />
          ) : (
            <IconButton label={`Put away ${name}`} size="small" onClick={() => dismiss(id)}>
              <X aria-hidden className="size-4" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}
