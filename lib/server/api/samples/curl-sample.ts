import { KEY_VARIABLE, SAMPLE_FILE, type SampleRequest } from "./sample-request";

/** The request as a command for a POSIX shell. It fails when the answer is an error, and shows what was wrong. */
export function curlSample({ method, url, headers, sends, gives, keeps }: SampleRequest): string {
  const parts = [
    `curl --fail-with-body${method === "GET" ? "" : ` -X ${method}`} ${quoted(url)}`,
    `-H "Authorization: Bearer $${KEY_VARIABLE}"`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(sends.kind === "json"
      ? [
          "-H 'Content-Type: application/json'",
          `--data-binary ${quoted(JSON.stringify(sends.value, null, 2))}`,
        ]
      : sends.kind === "file"
        ? [`-F file=@${SAMPLE_FILE}`]
        : []),
    ...(gives === "bytes" ? [`--output ${keeps}`] : []),
  ];
  return parts.join(" \\\n  ");
}

/** A word of a POSIX shell: between single quotes nothing has a meaning of its own but the single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
