import { DrawFuncs, type Face, Font } from "harfbuzzjs";

/** Points of the glyph of a font that has most, of its first `glyphs`: what drawing it takes, parts of others included. */
export function mostPoints(face: Face, glyphs: number): number {
  const font = new Font(face);
  let points = 0;
  const count = new DrawFuncs();
  const add = (more: number) => () => {
    points += more;
  };
  count.setMoveToFunc(add(1));
  count.setLineToFunc(add(1));
  count.setQuadraticToFunc(add(2));
  count.setCubicToFunc(add(3));
  count.setClosePathFunc(add(0));
  let most = 0;
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    points = 0;
    font.drawGlyph(glyph, count);
    most = Math.max(most, points);
  }
  return most;
}
