import { streamOf } from "./stream-of";

/** CSV as a file to be kept, sent while it is made. `name` is plain ASCII. */
export function csvResponse(lines: AsyncIterable<string>, name: string): Response {
  return new Response(streamOf(encoded(lines)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
