"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../ui/icon-button";
import { InlineName } from "../../ui/inline-name";

/** What a batch is called, changed where it stands. */
export function DraftName({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <h1>
        <InlineName
          label="Name of the batch"
          name={name}
          longest={120}
          dense
          className="-ml-2 max-w-96"
          onCancel={() => setRenaming(false)}
          onDone={(next) => {
            setRenaming(false);
            onRename(next);
          }}
        />
      </h1>
    );
  }
  return (
    <div className="flex h-6 min-w-0 items-center gap-1">
      <h1 className="truncate font-semibold text-lg tracking-tight">{name}</h1>
      <IconButton label="Rename the batch" size="small" onClick={() => setRenaming(true)}>
        <Pencil aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  );
}
