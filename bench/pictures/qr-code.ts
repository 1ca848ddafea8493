import { encode } from "uqr";

/** A QR code without a margin: its side in modules, and its dark modules as a path of unit squares. */
export function codePath(text: string): {
  size: number;
  path: string;
  isDark: (x: number, y: number) => boolean;
} {
  const { size, data } = encode(text, { ecc: "M", border: 0 });
  const isDark = (x: number, y: number) => data[y]?.[x] === true;
  const cells = Array.from(
    { length: size * size },
    (_, index) => [index % size, Math.floor(index / size)] as const,
  );
  const path = cells.flatMap(([x, y]) => (isDark(x, y) ? [`M${x} ${y}h1v1h-1z`] : [])).join("");
  return { size, path, isDark };
}
