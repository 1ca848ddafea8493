import { utf8Bytes, utf8Text } from "./bytes";

/** Text as base64url of its UTF-8 bytes, without padding (RFC 4648, section 5). */
export function encodeBase64url(text: string): string {
  let binary = "";
  for (const byte of utf8Bytes(text)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * The text of a base64url value, or null when it is none. The plain alphabet, padding and a `+` that became a
 * space on its way are read as well, since a sender's own base64 filter may have written it.
 */
export function decodeBase64url(value: string): string | null {
  const digits = value
    .replace(/[ +]/g, "-")
    .replaceAll("/", "_")
    .replace(/={1,2}$/, "");
  if (!/^[\w-]*$/.test(digits) || digits.length % 4 === 1) return null;
  const binary = atob(digits.replaceAll("-", "+").replaceAll("_", "/"));
  return utf8Text(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
