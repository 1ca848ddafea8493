import { point } from "./numbers";

/** Coordinates that each SVG path command takes. */
const ARITY: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/**
 * SVG path data of an outline in font units (y upwards), with its origin at `x`, `y` px (y downwards) and
 * `scale` px to a font unit.
 */
export function glyphPath(
  commands: string,
  values: readonly number[],
  x: number,
  y: number,
  scale: number,
): string {
  let data = "";
  let next = 0;
  for (const command of commands) {
    data += command;
    const end = next + (ARITY[command] ?? 0);
    for (let index = next; index < end; index += 2) {
      if (index > next) data += " ";
      data += `${point(x + (values[index] ?? 0) * scale)} ${point(y - (values[index + 1] ?? 0) * scale)}`;
    }
    next = end;
  }
  return data;
}
