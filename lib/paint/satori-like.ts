/** An element as satori takes it, which is a React element without React. */
export type SatoriElement = {
  type: string;
  key: null;
  props: { style: Record<string, string | number>; src?: string; children?: SatoriElement[] };
};

/** satori, however it was loaded: an element and a size in px become an SVG document. */
export type SatoriLike = (
  element: SatoriElement,
  options: { width: number; height: number; fonts: []; pointScaleFactor: number },
) => Promise<string>;
