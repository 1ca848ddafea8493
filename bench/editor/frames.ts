import type { Page } from "@playwright/test";

/** Frames of one drag, and those at its beginning that are not counted. */
const FRAMES = 170;
const WARM_UP = 20;

type Drag = { from: { x: number; y: number } } | { count: number };

/** Times of the frames of a drag in the editor, ms; the pointer is down already, at `from`, CSS px. */
export function editorFrames(page: Page, from: { x: number; y: number }): Promise<number[]> {
  return framesOf(page, { from });
}

/** The same for so many images of the plain stage. */
export function plainFrames(page: Page, count: number): Promise<number[]> {
  return framesOf(page, { count });
}

/**
 * Times of frames that each follow a move of the pointer, ms. A browser tells of a move right before it makes a frame,
 * so each move is a task of its own, and what it set off at once is done when the frame is asked for. What follows a
 * frame in which nothing was drawn, since a guide held the layer, waits for the browser's clock and is not counted.
 */
function framesOf(page: Page, drag: Drag): Promise<number[]> {
  return page.evaluate(
    async ([drag, frames, warmUp]) => {
      const { port1, port2 } = new MessageChannel();
      const task = () =>
        new Promise<void>((done) => {
          port1.onmessage = () => done();
          port2.postMessage(null);
        });
      /** What the move set off to be done right after it is done by then. */
      const settled = async () => {
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      };
      const frame = () => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));

      const scene = document.querySelector("[data-testid=stage] canvas, #stage canvas");
      const { clearRect } = CanvasRenderingContext2D.prototype;
      let isDrawn = false;
      CanvasRenderingContext2D.prototype.clearRect = function (...area) {
        if (this.canvas === scene) isDrawn = true;
        clearRect.apply(this, area);
      };

      const target = "from" in drag ? document.elementFromPoint(drag.from.x, drag.from.y) : null;
      const move = (dx: number, dy: number) => {
        if ("count" in drag) return window.plainStage?.move(drag.count, dx, dy);
        const at = { clientX: drag.from.x + dx, clientY: drag.from.y + dy };
        const pointer = { pointerId: 1, pointerType: "mouse", buttons: 1 };
        target?.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, ...pointer, ...at }));
      };

      const times: number[] = [];
      let before = { now: 0, isDrawn: false };
      for (let at = 0; at < frames; at += 1) {
        await task();
        isDrawn = false;
        move(40 + Math.cos(at / 8) * 40, Math.sin(at / 8) * 30);
        await settled();
        const now = await frame();
        if (at >= warmUp && before.isDrawn) times.push(now - before.now);
        before = { now, isDrawn };
      }
      CanvasRenderingContext2D.prototype.clearRect = clearRect;
      const least = (frames - warmUp) / 2;
      if (times.length < least) throw new Error(`${times.length} frames were drawn, wanted ${least}`);
      return times;
    },
    [drag, FRAMES, WARM_UP] as const,
  );
}
