import type { TransformResult } from "@/lib/editor/transform-gesture";

/** What a drag has done so far, in words and numbers. */
export function readoutText({ readout }: TransformResult): string {
  switch (readout.kind) {
    case "move":
      return `${signed(readout.dx)}, ${signed(readout.dy)}`;
    case "size":
      return `${Math.round(readout.width)} × ${Math.round(readout.height)}`;
    case "angle":
      return `${Math.round(readout.degrees * 10) / 10}°`;
  }
}

function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `−${-rounded}` : `${rounded}`;
}
