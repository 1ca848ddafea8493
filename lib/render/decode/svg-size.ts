/** Where an SVG's own coordinates lie, and the size it asks for, px. */
export type SvgFrame = { viewBox: string; width: number; height: number };

/** CSS px in a unit, CSS Values 4, 6.2. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
};

/** What browsers take where nothing is said, CSS 2, 10.3.2. */
const DEFAULT = { width: 300, height: 150 };

/**
 * The frame of a root element, from its attributes as written. A size in per cent, or none, is that of the view box;
 * one side alone follows the view box's ratio.
 */
export function svgFrame(
  width: string | undefined,
  height: string | undefined,
  viewBox: string | undefined,
): SvgFrame {
  const view = readViewBox(viewBox);
  const asked = { width: readLength(width), height: readLength(height) };
  const ratio = view ? view.width / view.height : null;
  const size = {
    width: asked.width ?? (ratio && asked.height ? asked.height * ratio : (view?.width ?? DEFAULT.width)),
    height: asked.height ?? (ratio && asked.width ? asked.width / ratio : (view?.height ?? DEFAULT.height)),
  };
  const { left, top, ...sides } = view ?? { left: 0, top: 0, ...size };
  return { viewBox: `${left} ${top} ${sides.width} ${sides.height}`, ...size };
}

/** The frame's size times `scale`, or less where its longest side would pass `maxSide`; whole px. */
export function drawnSize(
  frame: SvgFrame,
  scale: number,
  maxSide: number,
): { width: number; height: number } {
  const factor = Math.min(scale, maxSide / Math.max(frame.width, frame.height));
  const whole = (side: number) => Math.min(Math.max(Math.round(side * factor), 1), maxSide);
  return { width: whole(frame.width), height: whole(frame.height) };
}

function readLength(text: string | undefined): number | null {
  const [, number = "", unit = ""] = text?.trim().match(/^\+?(\d*\.?\d+(?:e[+-]?\d{1,2})?)([a-z]*)$/i) ?? [];
  const length = Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  return number !== "" && Number.isFinite(length) && length > 0 ? length : null;
}

function readViewBox(text: string | undefined) {
  const numbers =
    text
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [left = 0, top = 0, width = 0, height = 0] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite) || width <= 0 || height <= 0) return null;
  return { left, top, width, height };
}
