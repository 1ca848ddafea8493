import type { ReadingNotes } from "./reading-notes";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What is known of the encoding: `utf-8` until a byte says otherwise. */
export type Decoded = { encoding: Encoding };

/**
 * The text of blocks of bytes, without a byte order mark. UTF-16 shows by its mark or by the zero bytes of its Latin
 * letters, in the first block. All others are UTF-8 unless the first block with anything but ASCII is none: then it is
 * Windows-1252, which Excel writes in the west. What is no letter later on becomes U+FFFD and is told.
 */
export async function* decodeText(
  blocks: AsyncIterable<Uint8Array>,
  facts: Decoded,
  notes: ReadingNotes,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const { block, isLast } of withLast(blocks)) {
    if (first) facts.encoding = wideEncoding(block) ?? "utf-8";
    if (decoder === null && (facts.encoding !== "utf-8" || !isAscii(block))) {
      if (facts.encoding === "utf-8" && !isUtf8(block, isLast)) {
        facts.encoding = "windows-1252";
        notes.add("western");
      }
      decoder = new TextDecoder(facts.encoding);
    }
    first = false;
    // Without `stream` Node decodes Windows-1252 as Latin-1, which has no euro sign.
    const text: string = decoder?.decode(block, { stream: true }) ?? Buffer.from(block).toString("latin1");
    if (text.includes("\u{fffd}")) notes.add("bytes");
    yield text;
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") {
    notes.add("bytes");
    yield rest;
  }
}

function wideEncoding(block: Uint8Array): Encoding | null {
  const [first, second] = block;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = block.subarray(0, 4096);
  const zeros: [even: number, odd: number] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (odd > sample.length / 10 && even < odd / 10) return "utf-16le";
  if (even > sample.length / 10 && odd < even / 10) return "utf-16be";
  return null;
}

function isAscii(block: Uint8Array): boolean {
  for (let at = 0; at < block.length; at += 1) if ((block[at] ?? 0) > 0x7f) return false;
  return true;
}

/** Whether the block is UTF-8. A letter that its end cuts is no fault, but where nothing follows it proves nothing. */
function isUtf8(block: Uint8Array, isLast: boolean): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(block, { stream: true });
    return !isLast || /\P{ASCII}/u.test(text);
  } catch {
    return false;
  }
}

async function* withLast(blocks: AsyncIterable<Uint8Array>) {
  let before: Uint8Array | null = null;
  for await (const block of blocks) {
    if (before) yield { block: before, isLast: false };
    before = block;
  }
  if (before) yield { block: before, isLast: true };
}
