import type { Raster } from "../raster";

/** A picture with everything an encoder meets: a smooth part, a flat part, noise, and with alpha a fade to nothing. */
export function pattern(width: number, height: number, channels: 3 | 4, seed = 1): Raster {
  const data = new Uint8Array(width * height * channels);
  let state = seed;
  const random = () => {
    // Numerical Recipes' linear congruential generator: quick, and the same everywhere.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * channels;
      const kind = Math.floor((3 * (x + y)) / (width + height));
      for (let channel = 0; channel < 3; channel += 1) {
        data[at + channel] = kind === 0 ? x + y * channel : kind === 1 ? 40 * channel : random();
      }
      if (channels === 4) data[at + 3] = Math.round((255 * x) / width);
    }
  }
  return { width, height, channels, data };
}

/** The picture with some of its rows turned into their negative. */
export function withNegative(raster: Raster, spans: readonly { top: number; bottom: number }[]): Raster {
  const stride = raster.width * raster.channels;
  const data = new Uint8Array(raster.data);
  for (const { top, bottom } of spans) {
    for (let at = top * stride; at < bottom * stride; at += 1) data[at] = 255 - (data[at] ?? 0);
  }
  return { ...raster, data };
}
