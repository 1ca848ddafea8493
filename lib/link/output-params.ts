import { encodePercent } from "./percent";

/** How an address asks for its picture; what is left out or null is not said. See `AskedOutput` for what it means. */
export type OutputChoice = {
  /** Id of a size of the template. */
  size?: string | null;
  scale?: 1 | 2 | 3;
  kilobytes?: number | null;
};

/** The parameters of an address that say how: they stand before the values, where no merge tag can take them along. */
export function outputParams({ size = null, scale = 1, kilobytes = null }: OutputChoice): string[] {
  return [
    ...(size === null ? [] : [`_size=${encodePercent(size)}`]),
    ...(scale === 1 ? [] : [`_scale=${scale}`]),
    ...(kilobytes === null ? [] : [`_kb=${kilobytes}`]),
  ];
}
