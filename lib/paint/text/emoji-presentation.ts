import { isEmojiPresentation, isExtendedPictographic } from "unicode-segmenter/emoji";

/** Nothing in a text without any of these is shown as an emoji: the earliest is U+231A, a keycap ends in U+20E3. */
const MAY_BE_EMOJI = /[\u231a-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1faff}]|\u20e3|\u200d|\ufe0f/u;

const TEXT_SELECTOR = "\ufe0e";
const EMOJI_SELECTOR = "\ufe0f";
const JOINER = "\u200d";
const SKIN_TONE = /[\u{1f3fb}-\u{1f3ff}]/u;
const KEYCAP = /^[#*0-9]\ufe0f?\u20e3$/;

/** Whether a text can hold emoji at all; quick, and never wrong when it says no. */
export function mayHoldEmoji(text: string): boolean {
  return MAY_BE_EMOJI.test(text);
}

/**
 * Whether a grapheme is shown as an emoji, in colour (UTS 51, 1.4 and 4.1): by its own default, or because a
 * variation selector, a skin tone, a joiner or a keycap makes it one. © and ☎ by themselves are text.
 */
export function isShownAsEmoji(grapheme: string): boolean {
  const first = grapheme.codePointAt(0) ?? 0;
  if (KEYCAP.test(grapheme)) return true;
  if (grapheme.includes(TEXT_SELECTOR)) return false;
  if (isEmojiPresentation(first)) return true;
  if (!isExtendedPictographic(first)) return false;
  return grapheme.includes(EMOJI_SELECTOR) || SKIN_TONE.test(grapheme) || grapheme.includes(JOINER);
}
