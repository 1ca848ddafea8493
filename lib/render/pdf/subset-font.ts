import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Functions of HarfBuzz's subsetter (hb-subset.h). Places in memory and objects are numbers. */
type Subsetter = {
  memory: WebAssembly.Memory;
  malloc: (size: number) => number;
  free: (at: number) => void;
  hb_blob_create: (at: number, size: number, mode: number, data: number, destroy: number) => number;
  hb_blob_destroy: (blob: number) => void;
  hb_blob_get_length: (blob: number) => number;
  hb_blob_get_data: (blob: number, length: number) => number;
  hb_face_create: (blob: number, index: number) => number;
  hb_face_destroy: (face: number) => void;
  hb_face_reference_blob: (face: number) => number;
  hb_set_add: (set: number, value: number) => void;
  hb_subset_input_create_or_fail: () => number;
  hb_subset_input_destroy: (input: number) => void;
  hb_subset_input_glyph_set: (input: number) => number;
  hb_subset_input_set: (input: number, which: number) => number;
  hb_subset_input_set_flags: (input: number, flags: number) => void;
  hb_subset_or_fail: (face: number, input: number) => number;
};

const READ_ONLY = 1;
const DROPPED_TABLES = 3;

/** No hinting, glyphs keep their numbers, missing characters keep their box, no glyphs but those asked for. */
const FLAGS = 0x1 | 0x2 | 0x40 | 0x200;

/** What a reader of PDF has no use for: it is told glyphs and their places. */
const DROPPED =
  "GSUB GPOS GDEF BASE JSTF MATH STAT COLR CPAL FFTM DSIG name post OS/2 cmap gasp hdmx meta kern vhea vmtx VORG VDMX LTSH PCLT".split(
    " ",
  );

let started: Promise<Subsetter> | null = null;

function subsetter(): Promise<Subsetter> {
  started ??= start().catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

async function start(): Promise<Subsetter> {
  const program = await readFile(
    join(process.cwd(), "node_modules", "harfbuzzjs", "dist", "harfbuzz-subset.wasm"),
  );
  const { instance } = await WebAssembly.instantiate(program, {});
  const exports = instance.exports as Subsetter & { _initialize: () => void };
  exports._initialize();
  return exports;
}

/**
 * The font with these glyphs, and those that they are put together from, under the numbers they had: everything else
 * is empty. null when HarfBuzz cannot do it.
 */
export async function subsetFont(bytes: Uint8Array, glyphs: Iterable<number>): Promise<Uint8Array | null> {
  const hb = await subsetter();
  const at = hb.malloc(bytes.byteLength);
  if (at === 0) return null;
  new Uint8Array(hb.memory.buffer).set(bytes, at);
  const blob = hb.hb_blob_create(at, bytes.byteLength, READ_ONLY, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    const wanted = hb.hb_subset_input_glyph_set(input);
    for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
    const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES);
    for (const tag of DROPPED) hb.hb_set_add(dropped, tagNumber(tag));
    hb.hb_subset_input_set_flags(input, FLAGS);
    const subset = hb.hb_subset_or_fail(face, input);
    return subset === 0 ? null : takeFace(hb, subset);
  } catch {
    // A font at which the program stopped leaves it in no state to go on with: the next one gets a fresh one.
    started = null;
    return null;
  } finally {
    if (started !== null) free(hb, { at, blob, face, input });
  }
}

type Held = { at: number; blob: number; face: number; input: number };

function free(hb: Subsetter, { at, blob, face, input }: Held): void {
  try {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(at);
  } catch {
    started = null;
  }
}

function takeFace(hb: Subsetter, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face);
  const length = hb.hb_blob_get_length(blob);
  const from = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + length);
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(face);
  return bytes;
}

function tagNumber(tag: string): number {
  const code = (index: number) => tag.padEnd(4).charCodeAt(index);
  return ((code(0) << 24) | (code(1) << 16) | (code(2) << 8) | code(3)) >>> 0;
}
