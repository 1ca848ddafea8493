import type { Document } from "@/lib/template/schema";
import { changeFix, type Finding, finding, openFix } from "./finding";
import { scaleDocument } from "./scale-document";

/** The picture as the server really writes it. */
export type PictureWeight = { bytes: number };

/** Bytes that a picture in a mail should not exceed: beyond, it loads slowly on phones and some programs leave it out. */
export const ADVISED_BYTES = 200_000;

/** Bytes that no picture in a mail should exceed. */
export const MOST_BYTES = 1_000_000;

/** A picture that is heavier than mails should carry. */
export function weightFinding(document: Document, { bytes }: PictureWeight): Finding[] {
  if (bytes <= ADVISED_BYTES) return [];
  const weighs =
    bytes >= MOST_BYTES ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.round(bytes / 1000)} kB`;
  const least = Math.max(1, document.displayWidth / document.width);
  const smaller = [2, 1]
    .map((times) => (document.displayWidth * times) / document.width)
    .find((share) => share < 0.95 && share <= least);
  return [
    finding({
      code: "picture_heavy",
      severity: bytes > MOST_BYTES ? "warning" : "info",
      message: `As PNG the picture weighs ${weighs}; pictures in mails should stay below 200 kB, and at most 1 MB. Share it as JPEG, or make the canvas smaller.`,
      path: "/width",
      fixes: [
        openFix("Choose JPEG in Share", "share"),
        ...(smaller === undefined
          ? []
          : [changeFix("Make the canvas smaller", (doc) => scaleDocument(doc, smaller))]),
      ],
    }),
  ];
}
