"use client";

import { useState } from "react";
import type { SignedUrl } from "../api/links";
import { CopyBox } from "../ui/copy-box";

/** A signed address to copy, and the picture it shows. */
export function SignedPicture({ made }: { made: SignedUrl }) {
  const [failed, setFailed] = useState(false);
  const { pathname, search } = new URL(made.url);
  return (
    <>
      <CopyBox label="Address" button="Copy address" text={made.url} />
      {made.expiresAt ? (
        <p className="-mt-2 text-faint text-xs">Holds until {made.expiresAt.toLocaleString()}.</p>
      ) : null}
      {failed ? (
        <p className="text-danger-text text-sm">The picture could not be loaded. Make the address again.</p>
      ) : (
        <div className="checkered overflow-hidden rounded-md ring-1 ring-line">
          {/* biome-ignore lint/performance/noImgElement: this is the very picture a recipient gets */}
          <img
            // A page cannot stand in an <img>; its picture shows the same, and the signature holds for it.
            src={`${pathname.replace(/\.pdf$/, ".png")}${search}`}
            alt="What the signed address shows"
            data-testid="signed-picture"
            onError={() => setFailed(true)}
            className="max-h-80 w-full object-contain"
          />
        </div>
      )}
    </>
  );
}
