/** Text as it stands in an attribute or between tags. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Escapes the characters that open merge tags as well: alternative text is never a tag. */
export function escapeText(text: string): string {
  return escapeHtml(text).replace(/[{}[\]%|$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
