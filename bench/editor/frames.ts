import type { Page } from "@playwright/test";

/** Frames of one drag. */
export const FRAMES = 120;

/** Times of the frames of a drag in the editor, ms; the pointer is down already, at `from`, CSS px. */
export function editorFrames(page: Page, from: { x: number; y: number }): Promise<number[]> {
  return page.evaluate(
    async ([start, frames]) => {
      const target = document.elementFromPoint(start.x, start.y) ?? document.body;
      const times: number[] = [];
      let before = 0;
      for (let frame = 0; frame < frames; frame += 1) {
        const now = await new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
        if (frame > 10) times.push(now - before);
        before = now;
        const angle = frame / 8;
        target.dispatchEvent(
          new PointerEvent("pointermove", {
            bubbles: true,
            pointerId: 1,
            pointerType: "mouse",
            buttons: 1,
            clientX: start.x + 40 + Math.cos(angle) * 40,
            clientY: start.y + Math.sin(angle) * 30,
          }),
        );
      }
      return times;
    },
    [from, FRAMES] as const,
  );
}

/** The same for images of the plain stage. */
export function plainFrames(page: Page, count: number): Promise<number[]> {
  return page.evaluate(
    async ([moved, frames]) => {
      const times: number[] = [];
      let before = 0;
      for (let frame = 0; frame < frames; frame += 1) {
        const now = await new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
        if (frame > 10) times.push(now - before);
        before = now;
        const angle = frame / 8;
        window.plainStage?.move(moved, 40 + Math.cos(angle) * 40, Math.sin(angle) * 30);
      }
      return times;
    },
    [count, FRAMES] as const,
  );
}
