import type { ResolvedImageSource } from "@/lib/template/resolved";

/** One text for each source of a picture; empty for none. */
export function sourceKey(source: ResolvedImageSource): string {
  switch (source.kind) {
    case "none":
      return "";
    case "asset":
      return `asset:${source.assetId}`;
    case "url":
      return `url:${source.url}`;
  }
}
