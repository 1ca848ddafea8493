/** A name for people made of a key: `first_name` becomes `First name`. */
export function labelFromKey(key: string): string {
  const words = key.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
