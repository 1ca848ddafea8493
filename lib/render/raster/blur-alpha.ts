/** From this deviation on, pixels, three box blurs are as good as a Gaussian (Filter Effects 1, feGaussianBlur). */
const BOXES_FROM = 2;

/** Blurs a picture of one channel, in place, as feGaussianBlur does; beyond its sides it is empty. */
export function blurAlpha(alpha: Uint8Array, width: number, height: number, deviation: number): void {
  if (!(deviation > 0)) return;
  const kernels = deviation < BOXES_FROM ? [gaussian(deviation)] : boxes(deviation);
  // In fractions of 255ths, so that nothing is rounded between the passes.
  let from = Float32Array.from(alpha);
  let to = new Float32Array(alpha.length);
  for (const kernel of kernels) {
    for (const pass of kernel.weights ? [weighRows, weighColumns] : [sumRows, sumColumns]) {
      pass(from, to, width, height, kernel);
      [from, to] = [to, from];
    }
  }
  for (let pixel = 0; pixel < alpha.length; pixel += 1) alpha[pixel] = Math.round(from[pixel] ?? 0);
}

/** Pixels before and after one that go into it, alike or by their weights. */
type Kernel = { before: number; after: number; weights?: Float32Array };

/** The three boxes of feGaussianBlur; those of even length stand half a pixel to either side. */
function boxes(deviation: number): Kernel[] {
  const length = Math.floor(deviation * ((3 * Math.sqrt(2 * Math.PI)) / 4) + 0.5);
  const half = Math.floor(length / 2);
  if (length % 2 === 1) return Array.from({ length: 3 }, () => ({ before: half, after: half }));
  return [
    { before: half, after: half - 1 },
    { before: half - 1, after: half },
    { before: half, after: half },
  ];
}

function gaussian(deviation: number): Kernel {
  const reach = Math.ceil(3 * deviation);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * deviation * deviation)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { before: reach, after: reach, weights: weights.map((weight) => weight / sum) };
}

type Pass = (from: Float32Array, to: Float32Array, width: number, height: number, kernel: Kernel) => void;

const sumRows: Pass = (from, to, width, height, { before, after }) => {
  const share = 1 / (before + after + 1);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(after, width); x += 1) sum += from[row + x] ?? 0;
    for (let x = 0; x < width; x += 1) {
      if (x + after < width) sum += from[row + x + after] ?? 0;
      if (x > before) sum -= from[row + x - before - 1] ?? 0;
      to[row + x] = sum * share;
    }
  }
};

/** All columns of a row at once, in the order in which they lie in memory. */
const sumColumns: Pass = (from, to, width, height, { before, after }) => {
  const share = 1 / (before + after + 1);
  const sums = new Float64Array(width);
  const add = (y: number, sign: 1 | -1) => {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      sums[x] = (sums[x] ?? 0) + sign * (from[at] ?? 0);
    }
  };
  for (let y = 0; y < Math.min(after, height); y += 1) add(y, 1);
  for (let y = 0; y < height; y += 1) {
    if (y + after < height) add(y + after, 1);
    if (y > before) add(y - before - 1, -1);
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) to[at] = (sums[x] ?? 0) * share;
  }
};

const weighRows: Pass = (from, to, width, height, { before, weights = new Float32Array() }) => {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const at = x + index - before;
        if (at >= 0 && at < width) sum += (from[y * width + at] ?? 0) * (weights[index] ?? 0);
      }
      to[y * width + x] = sum;
    }
  }
};

const weighColumns: Pass = (from, to, width, height, { before, weights = new Float32Array() }) => {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const at = y + index - before;
        if (at >= 0 && at < height) sum += (from[at * width + x] ?? 0) * (weights[index] ?? 0);
      }
      to[y * width + x] = sum;
    }
  }
};
