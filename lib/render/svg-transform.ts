import { IDENTITY, type Matrix, multiply, rotationAbout } from "@/lib/template/geometry";

const CALL = /(translate|rotate|scale|matrix)\(([^)]*)\)\s*,?\s*/g;

/** Reads the value of a `transform`; null when it holds anything but translate, rotate, scale and matrix. */
export function parseTransform(value = ""): Matrix | null {
  if (value.replace(CALL, "").trim() !== "") return null;
  return Array.from(value.matchAll(CALL)).reduce<Matrix | null>((matrix, [, name, list = ""]) => {
    const step = stepOf(
      name,
      list
        .trim()
        .split(/[\s,]+/)
        .map(Number),
    );
    return matrix && step && multiply(matrix, step);
  }, IDENTITY);
}

function stepOf(name: string | undefined, values: readonly number[]): Matrix | null {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = values;
  if (values.some(Number.isNaN)) return null;
  if (name === "translate") return [1, 0, 0, 1, a, b ?? 0];
  if (name === "scale") return [a, 0, 0, b ?? a, 0, 0];
  if (name === "rotate") return rotationAbout({ x: b ?? 0, y: c ?? 0 }, a);
  return [a, b ?? 0, c ?? 0, d, e, f];
}
