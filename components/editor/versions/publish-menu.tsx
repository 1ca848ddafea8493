"use client";

import { ChevronDown, FileClock } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { INPUT_LOOK } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { usePublish } from "../use-publish";

/** Most characters of a note, as the server takes them. */
export const LONGEST_NOTE = 500;

/** Beside the publish button, for those who want to say what a version is about, and the way to the versions. */
export function PublishMenu({ onVersions }: { onVersions: () => void }) {
  const { isLive, busy, publish } = usePublish();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const id = useId();

  async function publishWithNote() {
    setOpen(false);
    if (await publish(note)) setNote("");
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <IconButton label="Publish options">
          <ChevronDown aria-hidden className="size-4" />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Publish options" className="grid w-72 gap-3">
        {isLive ? (
          <p className="text-muted text-sm">What is on the canvas is live.</p>
        ) : (
          <form
            className="grid gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void publishWithNote();
            }}
          >
            <label htmlFor={id} className="font-medium text-muted text-xs">
              Note for this version (optional)
            </label>
            <textarea
              id={id}
              rows={3}
              maxLength={LONGEST_NOTE}
              value={note}
              placeholder="What changed, and why"
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                  event.currentTarget.form?.requestSubmit();
              }}
              className={`${INPUT_LOOK} resize-none px-2.5 py-1.5 text-sm`}
            />
            <Button type="submit" variant="primary" size="small" busy={busy}>
              Publish with this note
            </Button>
          </form>
        )}
        <Button
          size="small"
          variant="ghost"
          className="justify-start!"
          icon={<FileClock aria-hidden className="size-3.5" />}
          onClick={() => {
            setOpen(false);
            onVersions();
          }}
        >
          Version history
        </Button>
      </PopoverContent>
    </Popover>
  );
}
