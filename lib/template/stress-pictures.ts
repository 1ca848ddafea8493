/**
 * Pictures of awkward shapes for the stress set. They have addresses, because that is what a field of pictures
 * holds; the name of their host can never exist (RFC 6761, `.invalid`), so nobody is ever asked for them: whoever
 * shows a preview draws them itself.
 */

export type StressPicture = { width: number; height: number };

const HOST = "https://stress.invalid";

const SIZES: Readonly<Record<string, StressPicture>> = {
  "tall-1x4.svg": { width: 240, height: 960 },
  "wide-8x1.svg": { width: 1600, height: 200 },
  "tiny-8x8.svg": { width: 8, height: 8 },
};

export const STRESS_PICTURES = {
  tall: `${HOST}/tall-1x4.svg`,
  wide: `${HOST}/wide-8x1.svg`,
  tiny: `${HOST}/tiny-8x8.svg`,
  /** An address where no picture is. */
  gone: `${HOST}/gone.png`,
} as const;

/** Whether an address is one of this set, which no server may be asked for. */
export function isStressAddress(address: string): boolean {
  return address.startsWith(`${HOST}/`);
}

/** Size of the picture at an address of the stress set, px; null where there is none, as at `gone`. */
export function stressPictureAt(address: string): StressPicture | null {
  if (!isStressAddress(address)) return null;
  return SIZES[address.slice(HOST.length + 1)] ?? null;
}

/** The picture as an SVG: stripes and a frame, so that a crop or a squeeze shows. null where there is none. */
export function stressPictureSvg(address: string): string | null {
  const size = stressPictureAt(address);
  if (size === null) return null;
  const { width, height } = size;
  const short = Math.min(width, height);
  const edge = Math.max(1, Math.round(short / 12));
  const across = width >= height;
  const stripes = Array.from({ length: 8 }, (_, index) => {
    const from = ((across ? width : height) / 8) * index;
    const tone = index % 2 === 0 ? "#4f6bed" : "#8ea2ff";
    return across
      ? `<rect x="${from}" y="0" width="${width / 8}" height="${height}" fill="${tone}"/>`
      : `<rect x="0" y="${from}" width="${width}" height="${height / 8}" fill="${tone}"/>`;
  });
  const frame = `<rect x="${edge / 2}" y="${edge / 2}" width="${width - edge}" height="${height - edge}" fill="none" stroke="#101a33" stroke-width="${edge}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${stripes.join("")}${frame}</svg>`;
}
