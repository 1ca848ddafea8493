import type { Rect } from "./geometry";
import type { Size } from "./layer-entry";

/** Room at every edge, as a share of the shorter side. */
const EDGE = 0.05;

/** Height by width of a story: from 9:16, with room for sides that are whole pixels, to the screens of the tallest phones. */
const STORY_RATIO = { from: 16 / 9 - 0.01, to: 20 / 9 + 0.01 };

/** What apps lay over a story, as shares of its height. */
const STORY_TOP = 0.14;
const STORY_BOTTOM = 0.2;

/**
 * The part of a canvas where everything that has to be read belongs, px; sides are in px too. Mail programs and social
 * networks cut corners round, crop by a few pixels and set pictures flush against the edge of the screen: 5 % of the
 * shorter side stays clear of that, the share that television has called title safe (SMPTE ST 2046-1). Over a story of
 * 9:16 apps lay the account's name above and the reply field below: 14 % and 20 % of the height, which is what Meta
 * asks advertisers to keep free (250 and 340 of 1920 px, rounded outwards).
 */
export function safeAreaOf({ width, height }: Size): Rect {
  const edge = Math.min(width, height) * EDGE;
  const ratio = height / width;
  const isStory = ratio >= STORY_RATIO.from && ratio <= STORY_RATIO.to;
  const top = isStory ? Math.max(edge, height * STORY_TOP) : edge;
  const bottom = isStory ? Math.max(edge, height * STORY_BOTTOM) : edge;
  return { x: edge, y: top, width: width - 2 * edge, height: height - top - bottom };
}
