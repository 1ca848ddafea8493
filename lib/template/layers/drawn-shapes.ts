import { OUTLINE_SIDE } from "../outline";

/** Shapes that are drawn once and for all, in the square of an outline. */
export const DRAWN_SHAPES = {
  heart: {
    label: "Heart",
    ratio: 1.08,
    outline:
      "M12 23C12 23 0 16 0 8C0 4 3 1 6.5 1C9 1 11 2.5 12 4.5C13 2.5 15 1 17.5 1C21 1 24 4 24 8C24 16 12 23 12 23Z",
  },
  arrow: { label: "Arrow", ratio: 1.4, outline: "M0 8L14 8L14 1L24 12L14 23L14 16L0 16Z" },
  bubble: {
    label: "Speech bubble",
    ratio: 1.3,
    outline:
      "M3.5 0L20.5 0C22.4 0 24 1.9 24 4.3L24 13.7C24 16.1 22.4 18 20.5 18L11 18L5 24L5 18L3.5 18C1.6 18 0 16.1 0 13.7L0 4.3C0 1.9 1.6 0 3.5 0Z",
  },
  burst: { label: "Burst", ratio: 1, outline: burst(16, 0.84) },
  blob: {
    label: "Blob",
    ratio: 1.1,
    outline:
      "M9.5 0.8C14.5 -1.2 17 2.6 19.6 5.2C22.4 8 25 10.8 23.4 15.4C21.8 20 17.6 20.2 14 22.4C10.2 24.7 5.6 24.4 3.2 20.8C1 17.5 -0.8 13.6 0.6 9.4C2 5.2 5.2 2.6 9.5 0.8Z",
  },
} as const;
export type DrawnShape = keyof typeof DRAWN_SHAPES;

/** A badge of many short tips, the first one up. */
function burst(tips: number, inner: number): string {
  const half = OUTLINE_SIDE / 2;
  const points = Array.from({ length: tips * 2 }, (_, index) => {
    const angle = (Math.PI * index) / tips;
    const radius = index % 2 === 0 ? half : half * inner;
    const at = (value: number) => Number((half + radius * value).toFixed(3));
    return `${at(Math.sin(angle))} ${at(-Math.cos(angle))}`;
  });
  return `M${points.join("L")}Z`;
}
