/** Largest prime below 65,536 (RFC 1950). */
const BASE = 65_521;

/** How many bytes can be summed before the sums must be reduced: 255 n (n + 1) / 2 + (n + 1) (BASE - 1) < 2^32. */
const STRETCH = 5_552;

/** Adler-32 of some bytes (RFC 1950, 8.2), which is 1 for none. */
export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let start = 0; start < bytes.length; start += STRETCH) {
    const end = Math.min(start + STRETCH, bytes.length);
    for (let index = start; index < end; index += 1) {
      a += bytes[index] ?? 0;
      b += a;
    }
    a %= BASE;
    b %= BASE;
  }
  return ((b << 16) | a) >>> 0;
}

/**
 * Adler-32 of two stretches one after the other, from that of each and the length of the second. With A and B
 * the halves of a checksum: A = A1 + A2 - 1, B = B1 + B2 + length2 (A1 - 1), modulo 65,521.
 */
export function joinAdler32(first: number, second: number, secondLength: number): number {
  const a1 = first & 0xffff;
  const b1 = first >>> 16;
  const a2 = second & 0xffff;
  const b2 = second >>> 16;
  const a = (a1 + a2 + BASE - 1) % BASE;
  const b = (b1 + b2 + (secondLength % BASE) * ((a1 + BASE - 1) % BASE)) % BASE;
  return ((b << 16) | a) >>> 0;
}
