"use client";

import { Palette, Unlink } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useBrandTarget } from "./brand-target";

/** The name of what the property follows, and the way to follow it no more; nothing while it follows nothing. */
export function BrandChip({ disabled }: { disabled: boolean }) {
  const target = useBrandTarget();
  if (!target?.followed) return null;
  const { name } = target.followed;
  return (
    <span className="flex h-7 min-w-0 flex-1 items-center gap-1.5 rounded-md bg-accent-soft pl-2 text-xs">
      <Palette aria-hidden className="size-3.5 shrink-0 text-accent-text" />
      <span className="sr-only">Follows the brand kit: </span>
      <span className="min-w-0 flex-1 truncate" title={`${name}, from the brand kit`}>
        {name}
      </span>
      <IconButton size="small" label={`Detach from ${name}`} disabled={disabled} onClick={target.detach}>
        <Unlink aria-hidden className="size-3.5" />
      </IconButton>
    </span>
  );
}
