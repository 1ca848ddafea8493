"use client";

import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../ui/button";

/** Place of the picture: as large as the dialog has room for. */
export const LARGE_PICTURE = "aspect-auto h-[min(26rem,45dvh)] self-start max-md:h-[38dvh]";

export type DesignPreviewProps = {
  name: string;
  /** Canvas, px; null when it is not known. */
  size: { width: number; height: number } | null;
  about: ReactNode;
  picture: ReactNode;
  busy: boolean;
  onUse: () => void;
  onBack: () => void;
  /** Stands below the button that begins with the design. */
  children?: ReactNode;
};

/** A design to begin with, large, before it is chosen. */
export function DesignPreview(props: DesignPreviewProps) {
  const { name, size, about, picture, busy, onUse, onBack, children } = props;
  const use = useRef<HTMLButtonElement>(null);
  useEffect(() => use.current?.focus(), []);
  return (
    <section
      aria-label={`Preview of ${name}`}
      onKeyDown={(event) => {
        if (event.key === "Escape") onBack();
      }}
    >
      <Button
        variant="ghost"
        size="small"
        className="-ml-2 mb-3"
        icon={<ArrowLeft aria-hidden className="size-4" />}
        onClick={onBack}
      >
        All designs
      </Button>
      <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_15rem]">
        {picture}
        <div className="grid content-start gap-4">
          <div>
            <h3 className="wrap-anywhere font-semibold text-base">{name}</h3>
            <p className="mt-1 text-muted text-sm">{about}</p>
            {size ? (
              <p className="figures mt-1 text-faint text-xs">
                {size.width} × {size.height} px
              </p>
            ) : null}
          </div>
          <Button ref={use} variant="primary" busy={busy} onClick={onUse}>
            Use this design
          </Button>
          {children}
        </div>
      </div>
    </section>
  );
}
