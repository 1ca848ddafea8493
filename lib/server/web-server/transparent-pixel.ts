/** One transparent pixel, PNG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADUlEQVQImWNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==",
  "base64",
);

/** The last answer a link can get, when even the picture handler failed: invisible, and soon asked for again. */
export function transparentPixel(): Response {
  return new Response(new Uint8Array(PIXEL), {
    headers: {
      "Content-Type": "image/png",
      "Content-Length": String(PIXEL.length),
      "Cache-Control": "public, max-age=30",
      "X-Content-Type-Options": "nosniff",
      "X-Render-Status": "fallback; reason=failed",
    },
  });
}
