import { Buffer, Direction, Feature, GlyphFlag, shape } from "harfbuzzjs";
import type { TextItem } from "./items";
import { COMMON_SCRIPT, UNLISTED_SCRIPT } from "./script-runs";

/** A glyph as HarfBuzz placed it, in px at the designed size, y upwards. */
export type ShapedGlyph = {
  id: number;
  /** UTF-16 offset into the paragraph of the first character it stands for. */
  cluster: number;
  /** Letter spacing included. */
  advance: number;
  x: number;
  y: number;
  /** The text cannot be cut before this glyph without shaping both sides anew. */
  unsafeToBreak: boolean;
};

/** Characters that HarfBuzz looks at on either side of what it shapes (its CONTEXT_LENGTH), as UTF-16 units. */
const CONTEXT = 10;

const IGNORABLE = /^\p{Default_Ignorable_Code_Point}/u;

/** Scripts whose letters join: space between them would tear words apart, so they take none (CSS Text 4, 8.2.1). */
const JOINED = new Set(["Arab", "Syrc", "Mong", "Nkoo", "Adlm"]);

/** As CSS asks: letter spacing other than 0 switches optional ligatures off. */
const SPACED_FEATURES = [new Feature("liga", 0), new Feature("clig", 0)];

/** One buffer serves all calls: shaping is synchronous and the result is copied out. */
const buffer = new Buffer();

/**
 * Shapes `start`..`end` of an item, which are UTF-16 offsets into the paragraph `text`. Glyphs come in visual
 * order, left to right. Letter spacing follows every cluster that is drawn, the last included, as in CSS.
 */
export function shapeItem(text: string, item: TextItem, start: number, end: number): ShapedGlyph[] {
  const from = Math.max(0, start - CONTEXT);
  const rightToLeft = item.level % 2 === 1;
  const spacing = JOINED.has(item.script) ? 0 : item.style.letterSpacing;
  buffer.clearContents();
  buffer.addText(text.slice(from, end + CONTEXT), start - from, end - start);
  if (item.script !== UNLISTED_SCRIPT) buffer.setScript(item.script === COMMON_SCRIPT ? "Zyyy" : item.script);
  buffer.setLanguage("en");
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
  buffer.guessSegmentProperties();
  shape(item.font.shaper, buffer, spacing === 0 ? undefined : SPACED_FEATURES);

  const scale = item.style.fontSize / item.font.unitsPerEm;
  const positions = buffer.getGlyphPositions();
  const glyphs = buffer.getGlyphInfos().map((info, index): ShapedGlyph => {
    const position = positions[index];
    return {
      id: info.codepoint,
      cluster: info.cluster + from,
      advance: (position?.xAdvance ?? 0) * scale,
      x: (position?.xOffset ?? 0) * scale,
      y: (position?.yOffset ?? 0) * scale,
      unsafeToBreak: (info.flags & GlyphFlag.UNSAFE_TO_BREAK) !== 0,
    };
  });
  if (spacing !== 0) addSpacing(text, glyphs, spacing);
  return glyphs;
}

function addSpacing(text: string, glyphs: ShapedGlyph[], spacing: number): void {
  for (const [index, glyph] of glyphs.entries()) {
    const lastOfCluster = glyphs[index + 1]?.cluster !== glyph.cluster;
    const invisible = glyph.advance === 0 && IGNORABLE.test(text.slice(glyph.cluster, glyph.cluster + 2));
    if (lastOfCluster && !invisible) glyph.advance += spacing;
  }
}
