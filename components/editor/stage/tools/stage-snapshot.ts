import type Konva from "konva";
import type { Point } from "@/lib/template/geometry";

/** What the canvas shows at one moment, without the editor's marks and without the pattern behind transparency. */
export type StageSnapshot = {
  canvas: HTMLCanvasElement;
  /** Device pixels to a CSS px. */
  ratio: number;
  /** The colour at a point of the stage, CSS px: `#rrggbb`, `#rrggbbaa` where it is half transparent; null for nothing. */
  colorAt: (point: Point) => string | null;
};

/** Name of the node of the scene that shows transparency as a pattern. */
export const CHECKS = "checks";

/** Takes a snapshot; null when the browser gives no canvas to draw it on. */
export function takeSnapshot(stage: Konva.Stage): StageSnapshot | null {
  const [scene] = stage.find<Konva.Layer>(".scene");
  const ratio = window.devicePixelRatio;
  const checks = stage.find(`.${CHECKS}`);
  for (const node of checks) node.hide();
  const canvas = scene?.toCanvas({
    x: 0,
    y: 0,
    width: stage.width(),
    height: stage.height(),
    pixelRatio: ratio,
  });
  for (const node of checks) node.show();
  const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  if (!canvas || !pixels) return null;
  return {
    canvas,
    ratio,
    colorAt: ({ x, y }) => {
      const [column, row] = [Math.floor(x * ratio), Math.floor(y * ratio)];
      if (column < 0 || row < 0 || column >= pixels.width || row >= pixels.height) return null;
      return hexOf(pixels.data, (row * pixels.width + column) * 4);
    },
  };
}

/** The colour of one of RGBA pixels, alpha not multiplied in; null for one that shows nothing. */
export function hexOf(pixels: Uint8ClampedArray, at: number): string | null {
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
  if (alpha === 0) return null;
  const hex = (value: number) => value.toString(16).padStart(2, "0");
  return `#${hex(red)}${hex(green)}${hex(blue)}${alpha === 255 ? "" : hex(alpha)}`;
}
