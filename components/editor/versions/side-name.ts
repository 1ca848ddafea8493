import type { Side } from "./use-side-document";

/** What a side of a comparison is called. */
export function sideName(side: Side): string {
  return side === "draft" ? "The draft" : `Version ${side}`;
}
