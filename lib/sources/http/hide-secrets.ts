/** What stands in the place of a secret. */
export const DOTS = "••••••";

/** What is shorter stands in too many words by chance: where it was sent it is hidden by its place. */
const SHORTEST = 4;
/** Characters of a secret in base64 that are told apart from what stands there by chance. */
const SHORTEST_BASE64 = 8;

/**
 * Puts dots in the place of secrets, also where an answer repeats what it was told: as they are, and as URLs, JSON, HTML,
 * base64 and hexadecimal digits write them. A text is to be hidden whole before it is cut, for nobody finds the first
 * half of a secret.
 */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((shown, form) => shown.replaceAll(form, DOTS), text);
}

function formsOf(secret: string): string[] {
  if (secret.length < SHORTEST) return [];
  const bytes = Buffer.from(secret);
  const url = encodeURIComponent(secret);
  const allOfUrl = [...bytes].map((byte) => `%${hex(byte)}`).join("");
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
  const escaped = (text: string, signs: RegExp) =>
    text.replace(signs, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [
    ...[secret, html, html.replaceAll("&#39;", "&#x27;"), html.replaceAll("&#39;", "&apos;")],
    ...[url, strictUrl(secret), allOfUrl].flatMap((text) => [
      text,
      lowerHex(text),
      text.replaceAll("%20", "+"),
    ]),
    ...[json, JSON.stringify(json).slice(1, -1), json.replaceAll("/", "\\/")],
    ...[escaped(secret, /[<>&"'+=\\/]/g), escaped(json, /[<>&'+=]/g), escaped(secret, /./g)].flatMap(
      (text) => [text, text.replace(/\\u[\da-f]{4}/g, (sign) => `\\u${sign.slice(2).toUpperCase()}`)],
    ),
    ...[bytes.toString("hex"), bytes.toString("hex").toUpperCase()],
    ...[0, 1, 2].flatMap((before) => base64At(bytes, before)),
  ].filter((form) => form.length >= SHORTEST);
}

const HTML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}

/** With the signs too that `encodeURIComponent` leaves, as some programs write them. */
function strictUrl(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${hex(sign.charCodeAt(0))}`);
}

function lowerHex(text: string): string {
  return text.replace(/%[\dA-F]{2}/g, (sign) => sign.toLowerCase());
}

/** The characters of base64 that a secret alone decides, where so many bytes more than a multiple of three come before it. */
function base64At(bytes: Buffer, before: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(before), bytes]);
  const from = Math.ceil((before * 8) / 6);
  const to = Math.floor((whole.length * 8) / 6);
  const text = whole.toString("base64").slice(from, to);
  if (text.length < SHORTEST_BASE64) return [];
  return [text, text.replaceAll("+", "-").replaceAll("/", "_"), encodeURIComponent(text)];
}
