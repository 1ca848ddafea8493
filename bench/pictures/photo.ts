import { seededRandom } from "@/lib/paint/testing/mixed-texts";

/**
 * Something like a photograph, RGB, always the same for a seed: a sky over ranges of hills, light and colour that
 * change slowly, texture that is finer the nearer it lies, and the noise of a sensor. So that encoders meet what
 * they meet in photographs: no flat runs, soft gradients, some edges, detail at every size.
 */
export function photo(width: number, height: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const light = field(random);
  const tint = field(random);
  const texture = field(random);
  const ridges = Array.from({ length: RIDGES }, () => field(random));
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = x / height;
      const v = y / height;
      const ridge = ridges.filter(
        (shape, index) => v > 0.38 + index * 0.13 + 0.2 * (layered(shape, u * (1.5 + index), index, 4) - 0.5),
      ).length;
      const depth = ridge / RIDGES;
      const grain = ridge === 0 ? 0.05 : 0.14 + 0.3 * depth;
      const detail = (layered(texture, u * (3 + 14 * depth), v * (3 + 22 * depth) + ridge, 7) - 0.5) * grain;
      const bright =
        (1 - depth) * (0.95 - 0.25 * v) + depth * 0.28 + 0.25 * (smooth(light, u * 2, v * 2) - 0.5) + detail;
      const warm = smooth(tint, u * 1.5, v * 1.5) - 0.5;
      const noise = (random() + random() + random() - 1.5) * SENSOR;
      const at = (y * width + x) * 3;
      data[at] = level(bright * (0.92 + 0.3 * warm - 0.25 * depth), noise);
      data[at + 1] = level(bright * (0.9 + 0.05 * warm + 0.12 * depth), noise + (random() - 0.5) * SENSOR);
      data[at + 2] = level(bright * (1 - 0.28 * warm - 0.35 * depth), noise + (random() - 0.5) * SENSOR);
    }
  }
  return data;
}

const RIDGES = 4;

/** Spread of the sensor's noise, of 255. */
const SENSOR = 5;

/** Side of the lattice whose values are smoothed between. */
const LATTICE = 64;

type Field = Float64Array;

function field(random: () => number): Field {
  return Float64Array.from({ length: LATTICE * LATTICE }, random);
}

/** Value noise at a place, 0 to 1: lattice values, blended by a cubic. */
function smooth(lattice: Field, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [eased(x - left), eased(y - top)];
  const at = (dx: number, dy: number) =>
    lattice[((top + dy) & (LATTICE - 1)) * LATTICE + ((left + dx) & (LATTICE - 1))] ?? 0;
  const above = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
  const below = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  return above + (below - above) * fy;
}

/** Octaves of noise, each twice as fine and half as strong. */
function layered(lattice: Field, x: number, y: number, octaves: number): number {
  let sum = 0;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    const share = 0.6 ** octave;
    sum += share * smooth(lattice, x * 2 ** octave + 17 * octave, y * 2 ** octave + 31 * octave);
    total += share;
  }
  return sum / total;
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}

function level(bright: number, noise: number): number {
  return Math.max(0, Math.min(255, Math.round(bright * 255 + noise)));
}
