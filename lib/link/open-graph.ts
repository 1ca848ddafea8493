import { escapeHtml, escapeText } from "./escape-html";

export type OpenGraphImage = {
  /** Address of the picture. */
  url: string;
  /** Size of its pixels. */
  width: number;
  height: number;
  /** Alternative text, final. */
  alt: string;
};

/**
 * Tags for the head of a page whose link is to be shown with the picture in chats and social networks: The Open Graph
 * protocol (https://ogp.me), and the one tag of X's that says large.
 */
export function openGraphTags({ url, width, height, alt }: OpenGraphImage): string {
  return [
    `<meta property="og:image" content="${escapeHtml(url)}">`,
    `<meta property="og:image:width" content="${Math.round(width)}">`,
    `<meta property="og:image:height" content="${Math.round(height)}">`,
    ...(alt === "" ? [] : [`<meta property="og:image:alt" content="${escapeText(alt)}">`]),
    `<meta name="twitter:card" content="summary_large_image">`,
  ].join("\n");
}
