"use client";

import { useEffect, useRef, useState } from "react";
import type { StarterItem } from "@/lib/template/starters/starter-item";
import { starterPictureAddress } from "./starter-picture-address";
import { createTurns } from "./take-turns";
import { Thumbnail } from "./thumbnail";

/** Each is painted for this person: so many at once, or a gallery would fill the server's line. */
const takeTurn = createTurns(3);

/** How often a picture is asked for, and after what time again, ms: a busy moment is soon over. */
const ATTEMPTS = 4;
const AGAIN = 2000;

export type StarterPictureProps = {
  starter: Pick<StarterItem, "id" | "size">;
  name: string;
  row?: string;
  className?: string;
};

/** A starter's picture, asked for when it comes into view. While another one comes, the last one stays. */
export function StarterPicture({ starter, name, row, className }: StarterPictureProps) {
  const wanted = starterPictureAddress(starter.id, { name, ...(row ? { row } : {}) });
  const place = useRef<HTMLSpanElement>(null);
  const end = useRef<() => void>(() => {});
  /** The attempt that was begun last. */
  const begun = useRef("");
  const [inView, setInView] = useState(false);
  const [src, setSrc] = useState<string | null>(null);
  const [attempt, setAttempt] = useState({ of: wanted, number: 0 });
  const number = attempt.of === wanted ? attempt.number : 0;

  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => setInView(entries.some((each) => each.isIntersecting)),
      {
        rootMargin: "160px",
      },
    );
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    const asked = `${number} ${wanted}`;
    if (!inView || begun.current === asked) return;
    const timer = setTimeout(() => {
      end.current = takeTurn(() => {
        begun.current = asked;
        setSrc(wanted);
      });
    }, number * AGAIN);
    return () => {
      clearTimeout(timer);
      end.current();
    };
  }, [inView, wanted, number]);

  function settle(isShown: boolean) {
    end.current();
    if (isShown || number + 1 === ATTEMPTS) return;
    setSrc(null);
    setAttempt({ of: wanted, number: number + 1 });
  }

  return (
    <span ref={place} className="block">
      <Thumbnail
        // Made anew for another attempt: a picture that failed is not asked for again by itself.
        key={number}
        src={src}
        size={starter.size}
        eager
        onSettled={settle}
        {...(className ? { className } : {})}
      />
    </span>
  );
}
