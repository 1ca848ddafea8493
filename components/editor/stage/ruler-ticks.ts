/** Distances of labelled ticks that read well. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** Least room for a label, screen px. */
const ROOM = 56;
const PARTS = 5;

export type Tick = {
  /** Canvas px. */ value: number /** Screen px along the ruler. */;
  at: number;
  labelled: boolean;
};

/** The ticks of a ruler: `offset` is where 0 stands on the screen, `length` how much of the ruler is seen. Screen px. */
export function rulerTicks(offset: number, zoom: number, length: number): Tick[] {
  const step = STEPS.find((each) => each * zoom >= ROOM) ?? 10_000;
  const part = step / PARTS;
  const first = Math.ceil(-offset / zoom / part);
  const last = Math.floor((length - offset) / zoom / part);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = (first + index) * part;
    return { value, at: offset + value * zoom, labelled: (first + index) % PARTS === 0 };
  });
}
