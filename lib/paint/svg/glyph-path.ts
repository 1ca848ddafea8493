/** Coordinates that each SVG path command takes. */
const ARITY: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** Units of glyph paths to a px. Whole numbers are several times faster to write than fractions. */
export const GLYPH_UNITS = 100;

/** Turns the units of `glyphPath` into px; for the `transform` of the element that has the path. */
export const GLYPH_PATH_TRANSFORM = `scale(${1 / GLYPH_UNITS})`;

/**
 * SVG path data of an outline in font units (y upwards), with its origin at `x`, `y` px (y downwards) and
 * `scale` px to a font unit. Written in hundredths of a px, each point relative to the one before: rounded
 * first, so that nothing adds up.
 */
export function glyphPath(
  commands: string,
  values: readonly number[],
  x: number,
  y: number,
  scale: number,
): string {
  const left = x * GLYPH_UNITS;
  const top = y * GLYPH_UNITS;
  const unit = scale * GLYPH_UNITS;
  let data = "";
  let next = 0;
  let fromX = 0;
  let fromY = 0;
  let startX = 0;
  let startY = 0;
  for (const command of commands) {
    if (command === "Z") {
      data += "z";
      fromX = startX;
      fromY = startY;
      continue;
    }
    const end = next + (ARITY[command] ?? 0);
    let toX = fromX;
    let toY = fromY;
    // A glyph starts at an absolute place, so that paths can be joined.
    data += command === "M" && next === 0 ? "M" : command.toLowerCase();
    for (let index = next; index < end; index += 2) {
      toX = Math.round(left + (values[index] ?? 0) * unit);
      toY = Math.round(top - (values[index + 1] ?? 0) * unit);
      if (index > next) data += " ";
      data += `${toX - fromX} ${toY - fromY}`;
    }
    next = end;
    fromX = toX;
    fromY = toY;
    if (command === "M") {
      startX = toX;
      startY = toY;
    }
  }
  return data;
}
