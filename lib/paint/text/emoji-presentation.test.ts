import { describe, expect, it } from "vitest";
import { isShownAsEmoji, mayHoldEmoji } from "./emoji-presentation";

describe("isShownAsEmoji", () => {
  it.each([
    "👍",
    "👍🏽",
    "⌚",
    "☎\ufe0f",
    "©\ufe0f",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "#\u20e3",
    "🇵🇱",
    "👩‍🚀",
    "☝🏽",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "❤\u200d🔥",
    "🫨",
  ])("%s is", (grapheme) => {
    expect(isShownAsEmoji(grapheme)).toBe(true);
    expect(mayHoldEmoji(`a${grapheme}`)).toBe(true);
  });

  it.each([
    "©",
    "™",
    "1",
    "#",
    "*",
    "☎",
    "❤",
    "⌚\ufe0e",
    "a",
    "a\ufe0f",
    "1\ufe0f",
    "★",
    "नि\u200d",
    "\u200d",
    "",
  ])("%j is not", (grapheme) => {
    expect(isShownAsEmoji(grapheme)).toBe(false);
  });
});

describe("mayHoldEmoji", () => {
  it("says no to plain text of every script", () => {
    expect(mayHoldEmoji("Łódź Щёголева مرحبا नमस्ते 你好。 ©™ 1,250 “x” —")).toBe(false);
  });
});
