/** Shares of red, green and blue, 0 to 1, as sRGB writes them. */
export type Channels = readonly [red: number, green: number, blue: number];

/**
 * Contrast of a colour with those it lies on, from 1 to 21; all are `#rrggbb` or `#rrggbbaa`, `below` from back to
 * front. Null when light comes through all of `below`, so that nobody knows what it lies on. WCAG 2.2, contrast ratio.
 */
export function contrast(color: string, below: readonly string[]): number | null {
  if (!below.some((each) => alphaOf(each) === 1)) return null;
  return contrastOf(laid(below), laid([...below, color]));
}

/** Contrast of two opaque colours, from 1 to 21. WCAG 2.2, contrast ratio. */
export function contrastOf(one: Channels, other: Channels): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour without its alpha, `#rrggbb` or `#rrggbbaa`. */
export function channelsOf(colour: string): Channels {
  return [channel(colour, 1), channel(colour, 3), channel(colour, 5)];
}

/** The colour as `#rrggbb`, each channel brought between 0 and 1. */
export function hexOf(channels: Channels): string {
  const hex = (share: number) =>
    Math.round(Math.min(1, Math.max(0, share)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${channels.map(hex).join("")}`;
}

/** What is seen of colours that lie on each other. */
function laid(colours: readonly string[]): Channels {
  return colours.reduce<Channels>(
    (below, colour) => {
      const alpha = alphaOf(colour);
      const over = (at: number, under: number) => channel(colour, at) * alpha + under * (1 - alpha);
      return [over(1, below[0]), over(3, below[1]), over(5, below[2])];
    },
    [0, 0, 0],
  );
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16) / 255;
}

/** How opaque a colour is, 0 to 1. */
export function alphaOf(colour: string): number {
  return colour.length > 7 ? channel(colour, 7) : 1;
}

function luminance([red, green, blue]: Channels): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** A channel of sRGB as a share of light. IEC 61966-2-1. */
export function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
