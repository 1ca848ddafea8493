import { z } from "zod";
import { foldText } from "../fold-text";
import { lineOfText } from "../line-of-text";

/** Most tags of one picture. */
export const MOST_TAGS = 30;

/** A word or two that pictures are sorted by. A comma divides tags in addresses, so none is in them. */
export const assetTag = lineOfText(40, "Enter a tag.").refine(
  (tag) => !tag.includes(","),
  "A tag has no comma.",
);

/** Tags in their order without those that say the same again, upper and lower case alike. */
export function distinctTags(tags: readonly string[]): string[] {
  return [...new Map(tags.toReversed().map((tag) => [foldText(tag), tag])).values()].toReversed();
}

export const assetTags = z.array(assetTag).max(MOST_TAGS).transform(distinctTags);
