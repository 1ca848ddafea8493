import { alphaOf, type Channels, channelsOf, contrastOf, hexOf, linear } from "@/lib/template/contrast";

/** Steps of lightness that are looked at, from black to white. */
const STEPS = 200;

/** Over what is asked for, so that rounding to whole channels and the rasteriser's edges do not take it back. */
const MARGIN = 1.02;

/**
 * The colour of the same hue nearest in lightness that has this contrast with all of what lies behind, `#rrggbb` with
 * the alpha of the first; null when there is none. `share` is how opaque the layer is on top of that, 0 to 1.
 */
export function nearestReadable(
  colour: string,
  behind: readonly Channels[],
  ratio: number,
  share = 1,
): string | null {
  const [lightness, chroma, hue] = toOklch(channelsOf(colour));
  const alpha = alphaOf(colour) * share;
  const passes = (channels: Channels) =>
    behind.every((below) => contrastOf(below, mix(below, channels, alpha)) >= ratio * MARGIN);
  const offsets = Array.from({ length: STEPS * 2 }, (_, index) => {
    const step = Math.ceil((index + 1) / 2) / STEPS;
    return lightness + (index % 2 === 0 ? -step : step);
  });
  for (const light of offsets) {
    if (light < 0 || light > 1) continue;
    const hex = hexOf(inGamut(light, chroma, hue));
    if (passes(channelsOf(hex))) return hex + colour.slice(7);
  }
  return null;
}

/** One colour over another. */
export function mix(below: Channels, above: Channels, alpha: number): Channels {
  const over = (at: 0 | 1 | 2) => above[at] * alpha + below[at] * (1 - alpha);
  return [over(0), over(1), over(2)];
}

/** The most colourful there is of this lightness and hue, up to a chroma. */
function inGamut(lightness: number, chroma: number, hue: number): Channels {
  const isColour = (channels: Channels) => channels.every((each) => each >= -0.001 && each <= 1.001);
  let [least, most] = [0, chroma];
  const whole = fromOklch(lightness, chroma, hue);
  if (isColour(whole)) return whole;
  for (let round = 0; round < 16; round += 1) {
    const middle = (least + most) / 2;
    if (isColour(fromOklch(lightness, middle, hue))) least = middle;
    else most = middle;
  }
  return fromOklch(lightness, least, hue);
}

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** sRGB to OKLCH: lightness 0 to 1, chroma, hue in radians. Björn Ottosson, "A perceptual color space", 2020; as CSS Color 4 has it. */
function toOklch(channels: Channels): Oklch {
  const [red, green, blue] = [linear(channels[0]), linear(channels[1]), linear(channels[2])];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a)];
}

function fromOklch(lightness: number, chroma: number, hue: number): Channels {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** A share of light as sRGB writes it. IEC 61966-2-1. */
function encoded(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}
