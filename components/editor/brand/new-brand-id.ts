const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A fresh identifier for a value of the brand kit: 16 letters and digits, 95 bits of chance. */
export function newBrandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `br_${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("")}`;
}
