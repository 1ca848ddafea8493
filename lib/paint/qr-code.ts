import { encode } from "uqr";

export type QrCode = {
  /** Modules along a side, the quiet margin of four included. */
  size: number;
  /** SVG path of the dark modules, one unit a module. */
  path: string;
};

const MARGIN = 4;

/** A QR code of a text for a page of the app, as a path in a `viewBox` of `size`. */
export function qrCode(text: string): QrCode {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const path = data.flatMap((cells, row) =>
    cells.flatMap((dark, column) => (dark ? [`M${column + MARGIN} ${row + MARGIN}h1v1h-1z`] : [])),
  );
  return { size: data.length + 2 * MARGIN, path: path.join("") };
}
