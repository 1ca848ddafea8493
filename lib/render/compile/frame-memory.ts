/**
 * Memory of frames that are done with, by its length: a frame is megabytes, and asking for them anew for each picture
 * costs more than filling them, above all in collecting what was left behind.
 */
const spare = new Map<number, Uint8Array[]>();

/** Frames of one length that wait to be used again, and bytes of one that is worth keeping. */
const MOST_SPARE = 2;
const LARGEST_KEPT = 16 * 1024 * 1024;

/** Lengths that are remembered: those of the versions that are asked for now. */
const LENGTHS = 3;

/** Memory for a frame that holds a copy of `bytes`. Give it back once nobody reads it any more. */
export function borrowCopy(bytes: Uint8Array): Uint8Array {
  const memory = spare.get(bytes.length)?.pop() ?? new Uint8Array(bytes.length);
  memory.set(bytes);
  return memory;
}

/** Takes memory back that was borrowed here. */
export function giveBack(memory: Uint8Array): void {
  if (memory.length > LARGEST_KEPT) return;
  const alike = spare.get(memory.length) ?? [];
  if (alike.length < MOST_SPARE) alike.push(memory);
  // Used last stands last.
  spare.delete(memory.length);
  spare.set(memory.length, alike);
  for (const length of spare.keys()) {
    if (spare.size <= LENGTHS) break;
    spare.delete(length);
  }
}
