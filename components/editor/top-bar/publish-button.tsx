"use client";

import { Check } from "lucide-react";
import { Button } from "@/components/ui/button";
import { usePublish } from "../use-publish";

/** Makes the canvas what links show. Says by its name whether there is anything to publish. */
export function PublishButton() {
  const { isLive, hasVersion, busy, publish } = usePublish();
  if (isLive) {
    return (
      <Button size="small" variant="ghost" aria-disabled icon={<Check aria-hidden className="size-3.5" />}>
        Published
      </Button>
    );
  }
  return (
    <Button size="small" variant="primary" busy={busy} onClick={() => void publish()}>
      {hasVersion ? (
        <>
          Publish<span className="hidden md:inline"> changes</span>
        </>
      ) : (
        "Publish"
      )}
    </Button>
  );
}
