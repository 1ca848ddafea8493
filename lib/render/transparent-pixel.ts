/** One transparent pixel, PNG: the last answer a link can get, invisible in any mail. */
export const TRANSPARENT_PIXEL = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADUlEQVQImWNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The pixel as an answer, soon to be asked for again. */
export function transparentPixel(): Response {
  return new Response(TRANSPARENT_PIXEL, {
    headers: {
      "Content-Type": "image/png",
      "Content-Length": String(TRANSPARENT_PIXEL.length),
      "Cache-Control": "public, max-age=30",
      "X-Content-Type-Options": "nosniff",
      "X-Render-Status": "fallback; reason=failed",
    },
  });
}
