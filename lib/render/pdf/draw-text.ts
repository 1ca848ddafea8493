import { parseColour } from "@/lib/paint/svg/colour";
import type { TextMark } from "@/lib/paint/text-marks";
import { type Drawing, type Place, visibleBox } from "./drawing";
import { pdfNumbers } from "./svg-geometry";
import { createTextLine } from "./text-line";
import { spacingOf } from "./text-spacing";
import { type TextUnit, textUnits } from "./text-units";

/**
 * The content that shows a run as text, in one colour; null where it cannot be shown so that every reader makes the
 * same text of it: in a font that cannot stand in a PDF, and where several glyphs show one character, be they stacked,
 * reordered or marks upon others.
 */
export async function drawText(mark: TextMark, place: Place, drawing: Drawing): Promise<string | null> {
  const { run, color } = mark;
  const units = textUnits(run);
  if (color === null || !units.every(isTellable)) return null;
  const font = await drawing.fonts.open(run.font);
  if (!font) return null;
  const spacing = spacingOf(run, font.advance);
  const codes = units.map(({ text, glyphs: [glyph] }) => glyph && font.code(glyph.id, text, spacing));
  if (codes.includes(null)) return null;

  const line = createTextLine(mark, drawing.objects);
  for (const [index, unit] of units.entries()) {
    const code = codes[index];
    if (!code || (isSpace(unit) && isAlone(units, index))) showUnseen(line, unit, mark, drawing);
    else line.show(code, unit.glyphs[0]?.x ?? unit.x);
  }
  const { red, green, blue, alpha } = parseColour(color);
  const text = line.finish();
  const content = text && `${pdfNumbers([red / 255, green / 255, blue / 255])} rg\n${text}`;
  if (content === "" || alpha === 1) return content;
  // As one, so that letters that overlap do not shine through each other.
  const { name } = drawing.objects.group(content, visibleBox(place.toPage, drawing.page), "DeviceRGB");
  return `q\n/${drawing.objects.state({ ca: alpha })} gs\n/${name} Do\nQ\n`;
}

/** Text without ink where a run is drawn otherwise, so that it can be found, marked and copied. */
export function drawUnseenText(mark: TextMark, drawing: Drawing): string {
  const line = createTextLine(mark, drawing.objects);
  for (const unit of textUnits(mark.run)) showUnseen(line, unit, mark, drawing);
  return line.finish();
}

function showUnseen(
  line: ReturnType<typeof createTextLine>,
  { text, x, width }: TextUnit,
  { run }: TextMark,
  { fonts }: Drawing,
): void {
  if (text !== "") line.showUnseen(fonts.blank.code(text, (width * 1000) / run.fontSize), x);
}

/** Whether one glyph on the line shows the characters, or none does because another already shows them. */
function isTellable({ text, glyphs }: TextUnit): boolean {
  return text !== "" && glyphs.length <= 1 && glyphs.every(({ y }) => y === 0);
}

function isSpace({ text }: TextUnit): boolean {
  return text.trim() === "";
}

/** Readers pass over what has no ink; beside a letter in the same stretch of text a space counts. */
function isAlone(units: readonly TextUnit[], index: number): boolean {
  const isLetter = (unit: TextUnit | undefined) => unit?.glyphs.length === 1 && !isSpace(unit);
  return !isLetter(units[index - 1]) && !isLetter(units[index + 1]);
}
