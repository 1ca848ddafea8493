type Channels = readonly [red: number, green: number, blue: number];

/**
 * Contrast of a colour with those it lies on, from 1 to 21; all are `#rrggbb` or `#rrggbbaa`, `below` from back to
 * front. Null when light comes through all of `below`, so that nobody knows what it lies on. WCAG 2.2, contrast ratio.
 */
export function contrast(color: string, below: readonly string[]): number | null {
  if (!below.some((each) => alphaOf(each) === 1)) return null;
  const [one, other] = [luminance(laid(below)), luminance(laid([...below, color]))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
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

function alphaOf(colour: string): number {
  return colour.length > 7 ? channel(colour, 7) : 1;
}

function luminance([red, green, blue]: Channels): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
