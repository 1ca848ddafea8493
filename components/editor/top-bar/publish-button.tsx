"use client";

import { Check } from "lucide-react";
import { Button } from "@/components/ui/button";
import { usePublish } from "../use-publish";

/** As wide as its longest name, so that nothing beside it moves when the name changes. */
const WIDTH = "min-w-24 md:min-w-30";

/** Makes the canvas what links show. Says by its name whether there is anything to publish. */
export function PublishButton() {
  const { isLive, hasVersion, busy, publish } = usePublish();
  if (isLive) {
    return (
      <Button
        size="small"
        variant="ghost"
        aria-disabled
        className={WIDTH}
        icon={<Check aria-hidden className="size-3.5" />}
      >
        Published
      </Button>
    );
  }
  return (
    <Button size="small" variant="primary" className={WIDTH} busy={busy} onClick={() => void publish()}>
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
