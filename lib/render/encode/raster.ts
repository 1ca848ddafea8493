/** Pixels in memory, rows from the top, 8 bits a channel: RGB, or RGBA with alpha not multiplied in. */
export type Raster = {
  width: number;
  height: number;
  channels: 3 | 4;
  data: Uint8Array;
};

/** Rows `top` to `bottom` (exclusive) of a picture. */
export type RowSpan = { top: number; bottom: number };
