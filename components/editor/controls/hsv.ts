/** Hue in degrees, saturation, value and opacity from 0 to 1: the axes of the colour area. */
export type Hsv = { h: number; s: number; v: number; a: number };

/** Reads `#rrggbb` or `#rrggbbaa`. Formulas: Smith, Color gamut transform pairs, SIGGRAPH 1978. */
export function hexToHsv(hex: string): Hsv {
  const [r = 0, g = 0, b = 0, a = 1] = (hex.slice(1).match(/../g) ?? []).map(
    (pair) => parseInt(pair, 16) / 255,
  );
  const v = Math.max(r, g, b);
  const chroma = v - Math.min(r, g, b);
  let h = 0;
  if (chroma > 0) {
    if (v === r) h = ((g - b) / chroma + 6) % 6;
    else if (v === g) h = (b - r) / chroma + 2;
    else h = (r - g) / chroma + 4;
  }
  return { h: h * 60, s: v === 0 ? 0 : chroma / v, v, a };
}

/** Writes `#rrggbb`, or `#rrggbbaa` where the colour is not opaque. */
export function hsvToHex({ h, s, v, a }: Hsv): string {
  const channel = (n: number) => {
    const k = (n + h / 60) % 6;
    return byte(v - v * s * Math.max(0, Math.min(k, 4 - k, 1)));
  };
  return `#${channel(5)}${channel(3)}${channel(1)}${a >= 1 ? "" : byte(a)}`;
}

/** What a person types as a colour: `#fff`, `fff`, `4455e6`, `#4455e680`; null when it is none. */
export function parseHex(text: string): string | null {
  const digits = text.trim().replace(/^#/, "").toLowerCase();
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return null;
  const full = digits.length <= 4 ? digits.replace(/./g, "$&$&") : digits;
  return `#${full.length === 8 && full.endsWith("ff") ? full.slice(0, 6) : full}`;
}

/** The colour with another opacity from 0 to 1. */
export function withAlpha(hex: string, alpha: number): string {
  return `${hex.slice(0, 7)}${alpha >= 1 ? "" : byte(alpha)}`;
}

/** Opacity of a colour from 0 to 1. */
export function alphaOf(hex: string): number {
  return hex.length === 9 ? parseInt(hex.slice(7), 16) / 255 : 1;
}

/**
 * A colour that goes with this one in a gradient: darker, or lighter where it is dark already. As opaque as the
 * colour itself, for a gradient that fades out looks like a fault in a mail.
 */
export function shadeOf(hex: string): string {
  const { h, s, v, a } = hexToHsv(hex);
  return hsvToHex(v > 0.5 ? { h, s, v: v * 0.7, a } : { h, s: s * 0.8, v: v + (1 - v) * 0.35, a });
}

function byte(share: number): string {
  return Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .padStart(2, "0");
}
