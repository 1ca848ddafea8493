import { code128, datamatrix, ean13, pdf417, upca } from "bwip-js/generic";
import type { Symbology } from "@/lib/template/barcode-text";

/** Apart from the painter, which loads it when the first barcode is painted: the encoders are large. */

/** A code in modules, the width of its narrowest bar: bars side by side, or areas whose outlines cut by even and odd. */
export type BarcodeShape =
  | { kind: "bars"; width: number; bars: readonly { x: number; width: number }[] }
  | { kind: "areas"; width: number; height: number; outlines: readonly (readonly [number, number][])[] };

const ENCODERS = { code128, ean13, upca, datamatrix, pdf417 } as const;

/** Encodes what `barcodeContent` gave for this kind. Throws for anything else that the kind cannot hold. */
export function encodeBarcode(kind: Symbology, content: string): BarcodeShape {
  let size = { width: 0, height: 0 };
  const bars: { x: number; width: number }[] = [];
  const outlines: [number, number][][] = [];
  const options = { bcid: kind, text: content, scale: 1, binarytext: kind === "code128" };
  const nothing = () => {};
  ENCODERS[kind](options, {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height };
    },
    // A line is as wide as its bar and lies on the whole module before its middle.
    line: (x, _top, _x, _bottom, width) => bars.push({ x: x - Math.ceil(width / 2), width }),
    polygon: (points) => outlines.push(points),
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: nothing,
  });
  if (outlines.length > 0) return { kind: "areas", ...size, outlines };
  return { kind: "bars", width: Math.max(...bars.map(({ x, width }) => x + width)), bars };
}
