/** Entries of the table of strings, by its hash; a prime somewhat above twice the 4,096 that there may be. */
const SLOTS = 9_973;
const MOST_CODES = 4_096;

/**
 * Indexes of colours as the image data of a GIF: the size of a code, then sub-blocks of variable-length LZW codes, then
 * an empty one (GIF89a, appendix F). `bits` is the size of an index, 2 to 8.
 */
export function lzwBlocks(indexes: Uint8Array, bits: number): Uint8Array {
  const out = createBlocks(bits, indexes.length);
  const clear = 1 << bits;
  const slots = new Int32Array(SLOTS).fill(-1);
  const codes = new Uint16Array(SLOTS);
  let next = clear + 2;
  let size = bits + 1;
  out.write(clear, size);
  let prefix = indexes[0] ?? 0;
  for (let at = 1; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    const key = (prefix << 8) | index;
    let slot = (key * 31) % SLOTS;
    while (slots[slot] !== -1 && slots[slot] !== key) slot = slot + 1 === SLOTS ? 0 : slot + 1;
    if (slots[slot] === key) {
      prefix = codes[slot] ?? 0;
      continue;
    }
    out.write(prefix, size);
    if (next < MOST_CODES) {
      // Whoever reads is one code behind, and takes the longer ones from the one that did not fit.
      if (next === 1 << size) size += 1;
      slots[slot] = key;
      codes[slot] = next;
      next += 1;
    } else {
      out.write(clear, size);
      slots.fill(-1);
      next = clear + 2;
      size = bits + 1;
    }
    prefix = index;
  }
  if (indexes.length > 0) out.write(prefix, size);
  if (next === 1 << size && size < 12) size += 1;
  out.write(clear + 1, size);
  return out.end();
}

/** Codes, least significant bit first, in blocks of 255 bytes. */
function createBlocks(bits: number, pixels: number) {
  let bytes = new Uint8Array(1024 + (pixels >> 2));
  let length = 1;
  let blockAt = 1;
  let pending = 0;
  let count = 0;
  bytes[0] = bits;
  const put = (byte: number) => {
    if (length + 2 >= bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    if (length === blockAt) length += 1;
    bytes[length] = byte;
    length += 1;
    if (length - blockAt === 256) {
      bytes[blockAt] = 255;
      blockAt = length;
    }
  };
  return {
    write(code: number, size: number) {
      pending |= code << count;
      count += size;
      for (; count >= 8; count -= 8, pending >>>= 8) put(pending & 255);
    },
    end(): Uint8Array {
      if (count > 0) put(pending & 255);
      if (length > blockAt) bytes[blockAt] = length - blockAt - 1;
      else length = blockAt;
      bytes[length] = 0;
      return bytes.slice(0, length + 1);
    },
  };
}
