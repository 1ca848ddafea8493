import type { Fill } from "@/lib/template/primitives";
import { shadeOf } from "./hsv";

/** The fill as another kind, keeping its colours as far as the kind can. */
export function asKind(fill: Fill, kind: Fill["kind"]): Fill {
  const stops =
    fill.kind === "solid"
      ? [
          { offset: 0, color: fill.color },
          { offset: 1, color: shadeOf(fill.color) },
        ]
      : fill.stops;
  switch (kind) {
    case "solid":
      return { kind, color: stops[0]?.color ?? "#000000" };
    case "linear":
      return { kind, angle: fill.kind === "linear" ? fill.angle : 180, stops };
    case "radial":
      return { kind, stops };
  }
}
