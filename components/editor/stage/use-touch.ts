"use client";

import { type PointerEvent, type TouchEvent, useEffect, useRef } from "react";
import type { Point } from "@/lib/template/geometry";

/** How long a finger rests before that asks for the menu, ms. */
const LONG_PRESS = 500;
/** How soon a second tap has to follow, ms, and how near, screen px. */
const DOUBLE_TAP = 350;
const NEAR = 24;
/** Travel that makes something else of a tap, screen px: a finger is never still. */
const STILL = 8;
/** After a touch the browser may tell of it once more as of a mouse; for so long that is no news, ms. */
const ECHO = 800;

export type TouchDeeds = {
  /** A finger rested in one place: it let go of whatever it held. `event` in page px. */
  longPress: (at: Point, event: { clientX: number; clientY: number }) => void;
  doubleTap: (at: Point) => void;
};

/**
 * What fingers mean beside tapping and dragging: two taps and a long press. Browsers differ in what they make of those
 * (some tell of no double click, some of no context menu), so they are read off the touches themselves.
 */
export function useTouch(deeds: TouchDeeds): {
  down: (event: PointerEvent, at: Point) => void;
  move: (at: Point) => void;
  /** `more` when other fingers are, or were, part of it: no tap then. */
  up: (event: PointerEvent, at: Point, more: boolean) => void;
  /** Whether a mouse event that came now only repeats what a finger did. */
  isEcho: () => boolean;
  /** The finger is gone from the glass: of a deed that is done the browser shall not make a click as well. */
  end: (event: TouchEvent) => void;
} {
  const now = useRef(deeds);
  now.current = deeds;
  const press = useRef<{ at: Point; timer: ReturnType<typeof setTimeout> } | null>(null);
  const tap = useRef<{ at: Point; time: number } | null>(null);
  const touched = useRef(Number.NEGATIVE_INFINITY);
  const isDone = useRef(false);

  function letGo(): void {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  }
  useEffect(() => () => clearTimeout(press.current?.timer), []);

  return {
    isEcho: () => performance.now() - touched.current < ECHO,
    end: (event) => {
      if (isDone.current && event.cancelable) event.preventDefault();
    },
    down: (event, at) => {
      letGo();
      isDone.current = false;
      if (event.pointerType !== "touch") return;
      touched.current = performance.now();
      // A second finger makes a pinch of it.
      if (!event.isPrimary) return;
      const { clientX, clientY } = event;
      const timer = setTimeout(() => {
        press.current = null;
        tap.current = null;
        isDone.current = true;
        touched.current = performance.now();
        now.current.longPress(at, { clientX, clientY });
      }, LONG_PRESS);
      press.current = { at, timer };
    },
    move: (at) => {
      const start = press.current?.at;
      if (start && Math.hypot(at.x - start.x, at.y - start.y) > STILL) letGo();
    },
    up: (event, at, more) => {
      if (event.pointerType !== "touch") return;
      touched.current = performance.now();
      const isTap = press.current !== null && !more;
      letGo();
      if (!isTap) {
        tap.current = null;
        return;
      }
      const before = tap.current;
      const time = performance.now();
      const isSecond =
        before !== null &&
        time - before.time < DOUBLE_TAP &&
        Math.hypot(at.x - before.at.x, at.y - before.at.y) < NEAR;
      tap.current = isSecond ? null : { at, time };
      isDone.current = isSecond;
      if (isSecond) now.current.doubleTap(at);
    },
  };
}
