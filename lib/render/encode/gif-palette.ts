/** Colours of a picture, RGB one after the other, and where each colour is found by the first bits of its channels. */
export type Palette = {
  colours: Uint8Array;
  /** The colour for an RGB value: the very one where it is there, else the nearest. */
  indexOf(red: number, green: number, blue: number): number;
  /** Whether the colour at this index is exactly so. */
  isExact(index: number, red: number, green: number, blue: number): boolean;
};

/** Bits of a channel that tell colours apart while they are counted, and while the nearest is looked for. */
const COUNT_BITS = 5;
const LOOK_BITS = 6;
const BINS = 1 << (3 * COUNT_BITS);

/** A colour that covers more than this share of a picture keeps its very value: brand colours and paper. */
const FLAT_SHARE = 0.002;

/**
 * Chooses at most `most` colours for RGB pixels in several pieces. Flat areas keep their very colours; the others are
 * split where they differ most. The same pixels give the same colours.
 */
export function choosePalette(pieces: readonly Uint8Array[], most: number): Palette {
  const counted = countColours(pieces);
  const flat = flatColours(pieces, counted, Math.floor(most / 2));
  for (const { red, green, blue, count } of flat) takeOut(counted, red, green, blue, count);
  const colours = [
    ...flat.map(({ red, green, blue }): Rgb => [red, green, blue]),
    ...splitColours(counted, most - flat.length),
  ];
  return paletteOf(colours.length === 0 ? [[255, 255, 255]] : colours, flat.length);
}

type Rgb = [red: number, green: number, blue: number];

/** How often colours of each bin stand in a picture, and the sums of their channels. */
type Counted = { counts: Float64Array; sums: [Float64Array, Float64Array, Float64Array]; pixels: number };

function binOf(red: number, green: number, blue: number): number {
  const drop = 8 - COUNT_BITS;
  return ((red >> drop) << (2 * COUNT_BITS)) | ((green >> drop) << COUNT_BITS) | (blue >> drop);
}

function countColours(pieces: readonly Uint8Array[]): Counted {
  const counts = new Float64Array(BINS);
  const sums: Counted["sums"] = [new Float64Array(BINS), new Float64Array(BINS), new Float64Array(BINS)];
  const [reds, greens, blues] = sums;
  let pixels = 0;
  for (const data of pieces) {
    for (let at = 0; at + 2 < data.length; at += 3) {
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const bin = binOf(red, green, blue);
      counts[bin] = (counts[bin] ?? 0) + 1;
      reds[bin] = (reds[bin] ?? 0) + red;
      greens[bin] = (greens[bin] ?? 0) + green;
      blues[bin] = (blues[bin] ?? 0) + blue;
    }
    pixels += data.length / 3;
  }
  return { counts, sums, pixels };
}

type Flat = { red: number; green: number; blue: number; count: number };

/** The one colour that most pixels of a bin have, of each bin where there is one, if it covers enough of the picture. */
function flatColours(pieces: readonly Uint8Array[], { pixels }: Counted, most: number): Flat[] {
  const colours = new Int32Array(BINS).fill(-1);
  const votes = new Int32Array(BINS);
  const counts = new Int32Array(BINS);
  const each = (visit: (bin: number, colour: number) => void) => {
    for (const data of pieces) {
      for (let at = 0; at + 2 < data.length; at += 3) {
        const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
        visit(binOf(red, green, blue), (red << 16) | (green << 8) | blue);
      }
    }
  };
  // Boyer and Moore: what has the majority is left at the end.
  each((bin, colour) => {
    if (votes[bin] === 0) colours[bin] = colour;
    votes[bin] = (votes[bin] ?? 0) + (colours[bin] === colour ? 1 : -1);
  });
  each((bin, colour) => {
    if (colours[bin] === colour) counts[bin] = (counts[bin] ?? 0) + 1;
  });
  const least = Math.max(16, pixels * FLAT_SHARE);
  const found: Flat[] = [];
  for (let bin = 0; bin < BINS; bin += 1) {
    const [colour = 0, count = 0] = [colours[bin], counts[bin]];
    if (count < least) continue;
    found.push({ red: colour >> 16, green: (colour >> 8) & 255, blue: colour & 255, count });
  }
  return found.sort((a, b) => b.count - a.count).slice(0, most);
}

function takeOut({ counts, sums }: Counted, red: number, green: number, blue: number, count: number): void {
  const bin = binOf(red, green, blue);
  counts[bin] = (counts[bin] ?? 0) - count;
  for (const [index, value] of [red, green, blue].entries()) {
    const sum = sums[index];
    if (sum) sum[bin] = (sum[bin] ?? 0) - value * count;
  }
}

/** Bins that share a colour, and how far they are from it altogether. */
type Box = { bins: Uint16Array; error: number; axis: number; mean: Rgb };

/** Colours of the boxes into which the bins are split, the worst first, along the channel in which they differ most. */
function splitColours(counted: Counted, most: number): Rgb[] {
  const all = Uint16Array.from({ length: BINS }, (_, bin) => bin).filter(
    (bin) => (counted.counts[bin] ?? 0) > 0,
  );
  if (all.length === 0 || most <= 0) return [];
  const boxes = [boxOf(all, counted)];
  while (boxes.length < most) {
    const worst = boxes.reduce((a, b) => (b.error > a.error ? b : a));
    if (worst.error <= 0) break;
    const middle = worst.mean[worst.axis] ?? 0;
    const isLow = (bin: number) => meanOf(bin, worst.axis, counted) <= middle;
    const low = worst.bins.filter(isLow);
    const high = worst.bins.filter((bin) => !isLow(bin));
    if (low.length === 0 || high.length === 0) {
      worst.error = 0;
      continue;
    }
    boxes.splice(boxes.indexOf(worst), 1, boxOf(low, counted), boxOf(high, counted));
  }
  return boxes.map(({ mean }) => mean.map(Math.round) as Rgb);
}

function meanOf(bin: number, axis: number, { counts, sums }: Counted): number {
  return (sums[axis]?.[bin] ?? 0) / (counts[bin] ?? 1);
}

function boxOf(bins: Uint16Array, counted: Counted): Box {
  let count = 0;
  const sums: Rgb = [0, 0, 0];
  const squares: Rgb = [0, 0, 0];
  for (const bin of bins) {
    const here = counted.counts[bin] ?? 0;
    count += here;
    for (const axis of [0, 1, 2] as const) {
      const mean = meanOf(bin, axis, counted);
      sums[axis] += mean * here;
      squares[axis] += mean * mean * here;
    }
  }
  const mean = sums.map((sum) => sum / count) as Rgb;
  const errors = squares.map(
    (square, axis) => (square - (sums[axis] ?? 0) ** 2 / count) * (WEIGHTS[axis] ?? 1),
  );
  const axis = errors.indexOf(Math.max(...errors));
  return { bins, mean, axis, error: bins.length < 2 ? 0 : errors.reduce((sum, error) => sum + error, 0) };
}

/** How much a difference of red, green and blue is seen. */
const WEIGHTS = [2, 4, 3];

function paletteOf(colours: readonly Rgb[], flat: number): Palette {
  const bytes = Uint8Array.from(colours.flat());
  // Of the very colours one for each place of the table, the most frequent.
  const exact = new Int16Array(1 << (3 * LOOK_BITS)).fill(-1);
  const nearest = new Int16Array(1 << (3 * LOOK_BITS)).fill(-1);
  const drop = 8 - LOOK_BITS;
  const placeOf = (red: number, green: number, blue: number) =>
    ((red >> drop) << (2 * LOOK_BITS)) | ((green >> drop) << LOOK_BITS) | (blue >> drop);
  for (let index = flat - 1; index >= 0; index -= 1) {
    const [red, green, blue] = colours[index] ?? [0, 0, 0];
    exact[placeOf(red, green, blue)] = index;
  }
  const isExact = (index: number, red: number, green: number, blue: number) =>
    bytes[index * 3] === red && bytes[index * 3 + 1] === green && bytes[index * 3 + 2] === blue;
  return {
    colours: bytes,
    isExact,
    indexOf(red, green, blue) {
      const place = placeOf(red, green, blue);
      const sure = exact[place] ?? -1;
      if (sure >= 0 && isExact(sure, red, green, blue)) return sure;
      const known = nearest[place] ?? -1;
      if (known >= 0) return known;
      const found = nearestTo(bytes, red, green, blue);
      nearest[place] = found;
      return found;
    },
  };
}

function nearestTo(colours: Uint8Array, red: number, green: number, blue: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0, index = 0; at < colours.length; at += 3, index += 1) {
    const r = (colours[at] ?? 0) - red;
    const g = (colours[at + 1] ?? 0) - green;
    const b = (colours[at + 2] ?? 0) - blue;
    const distance = 2 * r * r + 4 * g * g + 3 * b * b;
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}
