/**
 * Path and query of a request target as Node hands it over, one character a byte: without the host that proxies are
 * asked with, which is nobody's business but theirs. What HTTP allows in no target but mail programs send all the
 * same (spaces, raw UTF-8, control characters), and a `#`, which would cut the rest off, is percent-encoded byte by
 * byte; the rest stays as it came, good escapes and bad ones alike.
 */
export function escapedTarget(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const escaped = path.replace(/[\x00-\x20#\x7f-\xff]/g, (char) => `%${hex(char.charCodeAt(0))}`);
  return escaped.startsWith("/") ? escaped : `/${escaped}`;
}

/** Whether a target, in either form, is a picture's: what a link shows, or one that is kept. */
export function isImageTarget(target: string): boolean {
  return /^(https?:\/\/[^/?#]*)?\/[ip]\//i.test(target);
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
