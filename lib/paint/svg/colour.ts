/** Channels of a colour: 0 to 255, alpha 0 to 1. */
export type Rgba = { red: number; green: number; blue: number; alpha: number };

/** Reads `#rrggbb` or `#rrggbbaa`, the only forms that documents store. */
export function parseColour(colour: string): Rgba {
  const channel = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return {
    red: channel(1),
    green: channel(3),
    blue: channel(5),
    alpha: colour.length > 7 ? channel(7) / 255 : 1,
  };
}

/** `fill="#rrggbb"`, with the opacity apart because not every SVG renderer reads eight-digit colours. */
export function colourAttributes(attribute: "fill" | "stroke" | "stop" | "flood", colour: string): string {
  const { alpha } = parseColour(colour);
  const name = attribute === "stop" || attribute === "flood" ? `${attribute}-color` : attribute;
  const opacity = alpha < 1 ? ` ${attribute}-opacity="${Math.round(alpha * 1000) / 1000}"` : "";
  return `${name}="${colour.slice(0, 7)}"${opacity}`;
}

/** The colour so far (0 to 1) between two, mixed as CSS mixes the stops of a gradient: `#rrggbbaa`, `#rrggbb` if opaque. */
export function mixPremultiplied(start: Rgba, end: Rgba, share: number): string {
  const alpha = start.alpha + (end.alpha - start.alpha) * share;
  const hex = (value: number) => Math.round(value).toString(16).padStart(2, "0");
  const mix = (channel: "red" | "green" | "blue") =>
    hex((start[channel] * start.alpha * (1 - share) + end[channel] * end.alpha * share) / (alpha || 1));
  const opaque = `#${mix("red")}${mix("green")}${mix("blue")}`;
  return alpha === 1 ? opaque : `${opaque}${hex(alpha * 255)}`;
}
